import { css } from "lit";

/** Draft notice, summary of faults, what failed and the receipt. */
export const fillingStyles = css`
  .draft,
  .failure,
  .summary {
    padding: var(--_crm-space-3) var(--_crm-space-4);
    border: 1px solid transparent;
    border-radius: var(--_crm-radius-control);
    font-size: var(--_crm-text-s);
  }

  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_crm-space) var(--_crm-space-4);
    background: var(--_crm-neutral-soft);
    color: var(--_crm-neutral);
  }

  .summary {
    border-color: var(--_crm-danger);
    background: var(--_crm-danger-soft);
  }

  .summary-title {
    display: flex;
    gap: var(--_crm-space-2);
    margin-block-end: var(--_crm-space-2);
    color: var(--_crm-danger);
    font-size: var(--_crm-size);
    font-weight: var(--_crm-bold);
  }

  .link {
    margin: 0;
    padding: 0;
    min-block-size: 24px;
    border: 0;
    border-radius: 2px;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: var(--_crm-medium);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .receipt {
    display: grid;
    justify-items: center;
    gap: var(--_crm-space-4);
    padding-block: var(--_crm-space-8);
    text-align: center;
  }

  .receipt > .icon {
    inline-size: 44px;
    block-size: 44px;
    color: var(--_crm-success);
    stroke-width: 1.5;
  }

  .receipt > .hint {
    max-inline-size: 44ch;
  }

  .number {
    display: grid;
    justify-items: center;
    gap: var(--_crm-space-2);
  }

  .number-text {
    font-size: var(--_crm-text-2xl);
    font-weight: var(--_crm-bold);
    line-height: 1.2;
    user-select: all;
  }

  .next {
    inline-size: min(100%, 44ch);
    padding: var(--_crm-space-4);
    border: 1px solid transparent;
    border-radius: var(--_crm-radius-control);
    background: var(--_crm-sunken);
  }

  .next-label {
    font-weight: var(--_crm-medium);
  }

  @media (pointer: coarse) {
    .link {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }

  .failure {
    display: flex;
    gap: var(--_crm-space-2);
    background: var(--_crm-warning-soft);
    color: var(--_crm-warning);
  }

  .failure .state-reference {
    display: block;
  }
`;
