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
