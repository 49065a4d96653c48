import { html, type TemplateResult } from "lit";

/*
 * Each icon is the path of a 24-unit drawing in 1.75-unit strokes. They are plain strings, so that a bundler leaves
 * out those that nobody draws.
 */
export const alertIcon =
  "M12 9v4M12 16.5v.01M10.6 4.2 3 17.6A1.6 1.6 0 0 0 4.4 20h15.2a1.6 1.6 0 0 0 1.4-2.4L13.4 4.2a1.6 1.6 0 0 0-2.8 0Z";
export const arrowDownIcon = "M12 5v14M6 13l6 6 6-6";
export const arrowRightIcon = "M5 12h14M13 6l6 6-6 6";
export const arrowUpIcon = "M12 19V5M6 11l6-6 6 6";
export const banIcon = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM6 6l12 12";
export const bellIcon = "M6 10a6 6 0 1 1 12 0c0 5 2 6 2 6H4s2-1 2-6ZM10 20a2 2 0 0 0 4 0";
export const buildingIcon =
  "M5 21V5a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v16M15 9h3a1 1 0 0 1 1 1v11M3 21h18M9 8h2M9 12h2M9 16h2";
export const calendarIcon =
  "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM4 10h16M8 3v4M16 3v4";
export const chatIcon = "M4 5h16v11H9l-5 4V5Z";
export const checkIcon = "m5 12 5 5 9-9";
export const checkCircleIcon = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 12l3 3 5-5";
export const chevronDownIcon = "m6 9 6 6 6-6";
export const chevronRightIcon = "m9 6 6 6-6 6";
export const clockIcon = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2";
export const closeIcon = "M6 6l12 12M18 6 6 18";
export const cloudOffIcon = "M3 3l18 18M7 8a5 5 0 0 0 1 11h9M10 6a6 6 0 0 1 8 5 4 4 0 0 1 3 6";
export const eyeIcon =
  "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z";
export const fileIcon = "M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM14 3v5h5";
export const inboxIcon = "M4 13 7 5h10l3 8v6H4v-6ZM4 13h5a3 3 0 0 0 6 0h5";
export const infoIcon = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 8v.01";
export const lockIcon = "M6 11h12v9H6v-9ZM8 11V8a4 4 0 0 1 8 0v3";
export const mailIcon = "M4 6h16v12H4V6ZM4 7l8 6 8-6";
export const mapPinIcon = "M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11ZM12 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z";
export const minusIcon = "M6 12h12";
export const paperclipIcon =
  "m20 11-8.2 8.2a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4L14.5 7";
export const phoneIcon =
  "M6 3h3l2 5-2 2a12 12 0 0 0 5 5l2-2 5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3Z";
export const plusIcon = "M12 5v14M5 12h14";
export const refreshIcon = "M20 11A8 8 0 0 0 6 7L4 9M4 4v5h5M4 13a8 8 0 0 0 14 4l2-2M20 20v-5h-5";
export const searchIcon = "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4.5 4.5";
export const searchOffIcon = "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4.5 4.5M9 9l4 4M13 9l-4 4";
export const starIcon = "m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9l-5.2 2.8 1-5.9L3.5 9.7l5.9-.8L12 3.5Z";
export const uploadIcon = "M12 15V4M7 8.5 12 4l5 4.5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4";
export const userIcon = "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 20a8 8 0 0 1 16 0";
export const usersIcon =
  "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.3";

/** A decorative drawing in the colour of the text; the words beside it carry the meaning. */
export function icon(path: string): TemplateResult {
  return html`<svg part="icon" class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
