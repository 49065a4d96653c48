import { css } from "lit";

/** `.button`, with `.primary`, `.danger`, `.quiet` for weight and `.small` for size. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_crm-space-2);
    min-block-size: var(--_crm-control);
    margin: 0;
    padding: var(--_crm-space) var(--_crm-space-4);
    border: 1px solid var(--_crm-border-strong);
    border-radius: var(--_crm-radius-control);
    background: var(--_crm-surface);
    color: var(--_crm-text);
    font: inherit;
    font-weight: var(--_crm-medium);
    line-height: 1.3;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background-color var(--_crm-motion),
      border-color var(--_crm-motion);
  }

  .button:hover {
    background: var(--_crm-sunken);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_crm-accent);
    color: var(--_crm-on-accent);
  }

  .button.primary:hover {
    background: color-mix(in oklab, var(--_crm-accent), var(--_crm-text) 14%);
  }

  .button.danger {
    border-color: currentColor;
    color: var(--_crm-danger);
  }

  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_crm-accent);
  }

  .button.quiet:hover {
    background: var(--_crm-accent-soft);
  }

  .button.small {
    min-inline-size: var(--_crm-control-small);
    min-block-size: var(--_crm-control-small);
    padding: var(--_crm-space) var(--_crm-space-3);
    font-size: var(--_crm-text-s);
  }

  .button:disabled,
  .button[aria-disabled="true"] {
    opacity: 0.55;
    cursor: not-allowed;
  }

  /* Else the system lays its own ground under the words, in their very colour. */
  @media (forced-colors: active) {
    .button.primary {
      forced-color-adjust: none;
    }
  }
`;
