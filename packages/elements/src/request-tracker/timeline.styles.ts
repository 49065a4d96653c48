import { css } from "lit";

export const timelineStyles = css`
  .day + .day {
    margin-block-start: var(--_crm-space-4);
  }

  .day-name {
    display: flex;
    align-items: center;
    gap: var(--_crm-space-3);
    margin: 0 0 var(--_crm-space-2);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-xs);
    font-weight: var(--_crm-medium);
  }

  .day-name::after {
    content: "";
    flex: 1;
    border-block-start: 1px solid var(--_crm-border);
  }

  .entry {
    position: relative;
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    gap: var(--_crm-space-3);
    padding-block-end: var(--_crm-space-3);
  }

  .entry:not(:last-child)::before {
    content: "";
    position: absolute;
    inset-block: 8px 0;
    inset-inline-start: 15px;
    border-inline-start: 2px solid var(--_crm-border);
  }

  .entry .avatar {
    position: relative;
    inline-size: 32px;
    block-size: 32px;
    font-size: 11px;
  }

  .entry.event::after {
    content: "";
    grid-area: 1 / 1;
    position: relative;
    justify-self: center;
    inline-size: 10px;
    block-size: 10px;
    margin-block-start: 6px;
    border: 2px solid var(--_crm-border-strong);
    border-radius: 50%;
    background: var(--_crm-surface);
  }

  .entry.urge::after {
    border-color: var(--_crm-warning);
    background: var(--_crm-warning);
  }

  .entry.event > div {
    grid-column: 2;
    font-size: var(--_crm-text-s);
  }

  .entry-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: var(--_crm-space-2);
  }

  .entry-head .muted {
    font-size: var(--_crm-text-xs);
  }

  .when {
    margin-inline-start: auto;
  }

  .bubble {
    padding: var(--_crm-space-3) var(--_crm-space-4);
    border: 1px solid transparent;
    border-radius: 4px var(--_crm-radius) var(--_crm-radius);
    background: var(--_crm-sunken);
  }

  .bubble:dir(rtl) {
    border-radius: var(--_crm-radius) 4px var(--_crm-radius) var(--_crm-radius);
  }

  .message.customer .bubble {
    background: var(--_crm-accent-soft);
  }

  .internal .badge {
    border-color: currentColor;
  }

  .message.internal .bubble {
    border: 1px dashed var(--_crm-warning);
    background: var(--_crm-warning-soft);
  }

  .older {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_crm-space-3);
    margin-block-end: var(--_crm-space-3);
  }
`;
