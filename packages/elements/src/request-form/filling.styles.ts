import { css } from "lit";

/** Draft notice, summary of faults and receipt. */
export const fillingStyles = css`
  .draft,
  .summary {
    padding: calc(var(--_crm-space) * 3) calc(var(--_crm-space) * 4);
    border-radius: calc(var(--_crm-radius) * 0.8);
    font-size: var(--_crm-text-s);
  }

  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_crm-space) calc(var(--_crm-space) * 4);
    background: var(--_crm-neutral-soft);
    color: var(--_crm-neutral);
  }

  .summary {
    border: 1px solid var(--_crm-danger);
    background: var(--_crm-danger-soft);
  }

  .summary-title {
    display: flex;
    gap: calc(var(--_crm-space) * 2);
    margin-block-end: calc(var(--_crm-space) * 1.5);
    color: var(--_crm-danger);
    font-size: var(--_crm-size);
    font-weight: 600;
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
    font-weight: 500;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .receipt {
    display: grid;
    justify-items: center;
    gap: calc(var(--_crm-space) * 4);
    padding-block: calc(var(--_crm-space) * 8);
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
    gap: calc(var(--_crm-space) * 1.5);
  }

  .number-text {
    font-size: var(--_crm-text-2xl);
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: 0.01em;
    user-select: all;
  }

  .next {
    inline-size: min(100%, 44ch);
    padding: calc(var(--_crm-space) * 4);
    border-radius: calc(var(--_crm-radius) * 0.8);
    background: var(--_crm-sunken);
  }

  .next-label {
    font-weight: 500;
  }

  @media (pointer: coarse) {
    .link {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .draft,
    .next {
      border: 1px solid CanvasText;
    }
  }
`;
