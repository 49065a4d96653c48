import { css } from "lit";

/** `.button`, with `.primary`, `.danger`, `.quiet` for weight and `.small` for size. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_crm-space) * 1.5);
    min-block-size: 36px;
    margin: 0;
    padding: calc(var(--_crm-space) * 1.5) calc(var(--_crm-space) * 3.5);
    border: 1px solid var(--_crm-border-strong);
    border-radius: calc(var(--_crm-radius) * 0.8);
    background: var(--_crm-surface);
    color: var(--_crm-text);
    font: inherit;
    font-weight: 500;
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
    min-block-size: 28px;
    padding: var(--_crm-space) calc(var(--_crm-space) * 2.5);
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
