import { css } from "lit";

/** `.scale` is a question's row of answers; its stars are those of `givenScoreStyles`. */
export const scoreScaleStyles = css`
  .scale {
    display: grid;
    gap: var(--_crm-space-2);
    inline-size: min(100%, 44em);
  }

  .options {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: var(--_crm-space);
  }

  .options.csat {
    justify-content: start;
    grid-auto-columns: 40px;
    /* The star, not its larger target, lines up with the text. */
    margin-inline-start: -4px;
  }

  @container (inline-size < 420px) {
    .options.nps {
      grid-auto-flow: row;
      grid-template-columns: repeat(6, 1fr);
    }
  }

  .option {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: var(--_crm-control);
    border-radius: var(--_crm-radius-control);
    cursor: pointer;
  }

  .option input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .option:has(:focus-visible) {
    outline: var(--_crm-ring) solid var(--_crm-focus);
    outline-offset: 2px;
  }

  .cell {
    border: 1px solid var(--_crm-border-strong);
    background: var(--_crm-surface);
    font-weight: var(--_crm-medium);
    transition: background-color var(--_crm-motion);
  }

  .cell:hover {
    background: var(--_crm-accent-soft);
  }

  .cell.chosen {
    border-color: var(--_crm-accent);
    background: var(--_crm-accent);
    color: var(--_crm-on-accent);
  }

  .option .icon {
    inline-size: 32px;
    block-size: 32px;
    stroke-width: 1.5;
    transition: scale var(--_crm-motion);
  }

  .options:hover .star:is(:hover, :has(~ :hover)) {
    --_crm-fill: currentColor;
    color: var(--_crm-star);
  }

  .options .star:hover ~ .star {
    --_crm-fill: none;
    color: var(--_crm-border-strong);
  }

  .star:active .icon {
    scale: 0.9;
  }

  .ends {
    display: flex;
    justify-content: space-between;
    gap: var(--_crm-space-4);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-xs);
  }

  .csat + .ends {
    max-inline-size: 216px;
  }

  .ends span:last-child {
    text-align: end;
  }

  .disabled {
    opacity: 0.55;
    pointer-events: none;
  }

  @media (forced-colors: active) {
    .cell.chosen {
      forced-color-adjust: none;
    }
  }
`;
