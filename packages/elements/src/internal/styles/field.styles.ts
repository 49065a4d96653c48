import { css } from "lit";

/** `.field` holds a `.label`, one `.input` (input, select or textarea), a `.hint` and an `.invalid` message. */
export const fieldStyles = css`
  .field {
    display: flex;
    flex-direction: column;
    gap: var(--_crm-space);
    min-inline-size: 0;
  }

  .label {
    font-weight: var(--_crm-medium);
  }

  .required {
    color: var(--_crm-danger);
  }

  .hint {
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
  }

  .invalid {
    color: var(--_crm-danger);
    font-size: var(--_crm-text-s);
  }

  .input {
    inline-size: 100%;
    min-block-size: var(--_crm-control);
    margin: 0;
    padding: var(--_crm-space) var(--_crm-space-3);
    border: 1px solid var(--_crm-border-strong);
    border-radius: var(--_crm-radius-control);
    background: var(--_crm-surface);
    color: var(--_crm-text);
    font: inherit;
    line-height: 1.4;
    transition: border-color var(--_crm-motion);
  }

  textarea.input {
    min-block-size: 88px;
    padding-block: var(--_crm-space-2);
    line-height: inherit;
    resize: vertical;
  }

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

  .input::placeholder {
    color: var(--_crm-muted);
    opacity: 1;
  }

  .input:hover {
    border-color: var(--_crm-text);
  }

  .input:focus-visible {
    border-color: var(--_crm-focus);
    outline-offset: 0;
  }

  .input[aria-invalid="true"] {
    border-color: var(--_crm-danger);
  }

  .input:disabled,
  .input:read-only:not(select) {
    background-color: var(--_crm-sunken);
  }
`;
