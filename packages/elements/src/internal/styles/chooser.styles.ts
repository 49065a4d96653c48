import { css } from "lit";

/** The select and the date of `fieldStyles`, for those who have such. */
export const chooserStyles = css`
  .input::-webkit-calendar-picker-indicator {
    opacity: 0.6;
    cursor: pointer;
  }

  @media not (forced-colors: active) {
    select.input {
      padding-inline-end: var(--_crm-space-8);
      background: var(--_crm-surface) conic-gradient(from -45deg at 50% 100%, var(--_crm-muted) 25%, #0000 0)
        calc(100% - 14px) 52% / 10px 5px no-repeat;
      appearance: none;
    }

    select.input:dir(rtl) {
      background-position-x: 14px;
    }
  }
`;
