import { css } from "lit";

/** Six hues of one lightness: initials are read as well in each. */
export const avatarStyles = css`
  .avatar {
    --_crm-hue: 155;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    inline-size: 3.38em;
    block-size: 3.38em;
    border: 1px solid transparent;
    border-radius: 50%;
    background: light-dark(oklch(0.95 0.025 var(--_crm-hue)), oklch(0.3 0.05 var(--_crm-hue)));
    color: light-dark(oklch(0.42 0.1 var(--_crm-hue)), oklch(0.86 0.08 var(--_crm-hue)));
    font-size: var(--_crm-text-s);
    font-weight: var(--_crm-bold);
    line-height: 1;
    overflow: hidden;
    white-space: nowrap;
  }

  .avatar.organization {
    border-radius: var(--_crm-radius);
  }

  .hue-0 {
    --_crm-hue: 260;
  }

  .hue-1 {
    --_crm-hue: 195;
  }

  .hue-2 {
    --_crm-hue: 300;
  }

  .hue-3 {
    --_crm-hue: 355;
  }

  .hue-4 {
    --_crm-hue: 75;
  }
`;
