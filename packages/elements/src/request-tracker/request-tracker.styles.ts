import { css } from "lit";

const layout = css`
  .card {
    display: grid;
    gap: calc(var(--_crm-space) * 5);
  }

  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: calc(var(--_crm-space) * 2) calc(var(--_crm-space) * 4);
  }

  .heading > :first-child {
    flex: 1 1 22ch;
  }

  .card-title {
    font-size: var(--_crm-text-xl);
    line-height: 1.3;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--_crm-space) * 2);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
  }

  .meta > span:not(:last-child)::after {
    content: "·" / "";
    margin-inline-start: calc(var(--_crm-space) * 2);
  }

  .number {
    user-select: all;
  }

  .standing {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_crm-space);
    padding-block-start: 3px;
  }

  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 calc(var(--_crm-space) * 8);
  }

  .body > .section:first-child,
  .body > .aside:first-child > .section:first-child {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .section-title {
    color: var(--_crm-text);
    font-size: var(--_crm-size);
    font-weight: 600;
  }

  @container (inline-size >= 760px) {
    .body {
      grid-template-columns: minmax(0, 1fr) minmax(0, 280px);
      grid-template-rows: auto 1fr;
    }

    .aside {
      grid-area: 1 / 2 / -1;
    }

    .aside > .section:first-child,
    .aside:first-child + .main > .section:first-child {
      margin: 0;
      padding: 0;
      border: 0;
    }

    .aside .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    .aside .facts dt {
      font-size: var(--_crm-text-s);
    }

    .aside .facts dd + dt {
      margin-block-start: calc(var(--_crm-space) * 2);
    }
  }

  .words {
    white-space: pre-wrap;
  }

  .outcome {
    padding: calc(var(--_crm-space) * 3) calc(var(--_crm-space) * 4);
    margin-block-start: calc(var(--_crm-space) * 4);
    border-radius: calc(var(--_crm-radius) * 0.8);
    background: var(--_crm-success-soft);
  }

  .outcome:first-child {
    margin-block-start: 0;
  }

  .facts .given {
    gap: 0 calc(var(--_crm-space) * 2);
  }

  .outcome.refused {
    background: var(--_crm-neutral-soft);
  }

  .outcome .section-title {
    margin-block-end: var(--_crm-space);
  }

  .downloads {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_crm-space) * 2);
    margin-block-start: calc(var(--_crm-space) * 2);
  }

  .downloads .muted {
    white-space: nowrap;
  }

  .downloads .button,
  .file-label {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_crm-space) * 1.5);
    font-size: var(--_crm-text-s);
    font-weight: 400;
    text-align: start;
  }
`;

const steps = css`
  .steps {
    display: flex;
  }

  .step {
    position: relative;
    flex: 1;
    display: grid;
    justify-items: center;
    gap: calc(var(--_crm-space) * 1.5);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-xs);
    line-height: 1.3;
    text-align: center;
  }

  .step + .step::before {
    content: "";
    position: absolute;
    inset-block-start: 11px;
    inset-inline: calc(-50% + 16px) calc(50% + 16px);
    border-block-start: 2px solid var(--_crm-border);
  }

  .step.done + .step::before {
    border-color: var(--_crm-accent);
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border: 2px solid var(--_crm-border-strong);
    border-radius: 50%;
    background: var(--_crm-surface);
  }

  .mark .icon {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 2.75;
  }

  .step.upcoming .mark {
    border-color: var(--_crm-border);
  }

  .step.done .mark {
    border-color: var(--_crm-accent);
    background: var(--_crm-accent);
    color: var(--_crm-on-accent);
  }

  .step.current {
    color: var(--_crm-text);
    font-weight: 600;
  }

  .step.current .mark {
    border-color: var(--_crm-accent);
    box-shadow: 0 0 0 4px var(--_crm-accent-soft);
  }

  .step.current .mark:empty::after {
    content: "";
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_crm-accent);
  }

  .step.pending.current .mark,
  .step.held.current .mark {
    border-color: var(--_crm-warning);
    box-shadow: 0 0 0 4px var(--_crm-warning-soft);
  }

  .step.pending.current .mark::after,
  .step.held.current .mark::after {
    background: var(--_crm-warning);
  }

  .step.rejected .mark {
    border-color: var(--_crm-danger);
    box-shadow: 0 0 0 4px var(--_crm-danger-soft);
    color: var(--_crm-danger);
  }

  .step.cancelled .mark {
    border-color: var(--_crm-neutral);
    box-shadow: 0 0 0 4px var(--_crm-neutral-soft);
    color: var(--_crm-neutral);
  }

  .next {
    display: flex;
    align-items: center;
    gap: calc(var(--_crm-space) * 3);
    padding: calc(var(--_crm-space) * 3) calc(var(--_crm-space) * 4);
    border: 1px solid transparent;
    border-radius: calc(var(--_crm-radius) * 0.8);
    background: var(--_crm-accent-soft);
  }

  .next > .icon {
    inline-size: 22px;
    block-size: 22px;
    color: var(--_crm-accent);
  }

  .next.turn,
  .next.turn > .icon {
    color: var(--_crm-warning);
  }

  .next.turn {
    background: var(--_crm-warning-soft);
  }

  .next.overdue,
  .next.overdue > .icon {
    color: var(--_crm-danger);
  }

  .next.overdue {
    background: var(--_crm-danger-soft);
  }

  .next-step {
    font-weight: 600;
  }
`;

const timeline = css`
  .day + .day {
    margin-block-start: calc(var(--_crm-space) * 4);
  }

  .day-name {
    display: flex;
    align-items: center;
    gap: calc(var(--_crm-space) * 3);
    margin: 0 0 calc(var(--_crm-space) * 2);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-xs);
    font-weight: 500;
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
    gap: calc(var(--_crm-space) * 2.5);
    padding-block-end: calc(var(--_crm-space) * 3);
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
    column-gap: calc(var(--_crm-space) * 2);
  }

  .entry-head .muted {
    font-size: var(--_crm-text-xs);
  }

  .when {
    margin-inline-start: auto;
  }

  .bubble {
    padding: calc(var(--_crm-space) * 2.5) calc(var(--_crm-space) * 3.5);
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
    gap: calc(var(--_crm-space) * 3);
    margin-block-end: calc(var(--_crm-space) * 3);
  }
`;

const doing = css`
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_crm-space) * 2);
  }

  .actions .hint {
    margin-block-start: calc(var(--_crm-space) * 2);
  }

  .reply {
    display: grid;
    gap: calc(var(--_crm-space) * 3);
  }

  .reply .section-title {
    margin: 0;
  }

  .reply > .hint {
    margin-block-start: calc(var(--_crm-space) * -2);
  }

  .reply .drop {
    padding: 0;
    border: 0;
  }

  .reply .attachments > .label {
    display: none;
  }

  .reply.note .input {
    border-style: dashed;
    border-color: var(--_crm-warning);
    background: var(--_crm-warning-soft);
  }

  .audience {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_crm-space) * 2) calc(var(--_crm-space) * 5);
  }

  .choice {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_crm-space) * 1.5);
    cursor: pointer;
  }

  .choice input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_crm-accent);
  }

  @media (pointer: coarse) {
    .button,
    .button.small,
    .choice {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .next,
    .bubble,
    .outcome {
      border: 1px solid CanvasText;
    }

    .next > .icon {
      color: CanvasText;
    }

    .step.current .mark {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }

    .step.done .mark,
    .step.current .mark::after {
      forced-color-adjust: none;
    }
  }
`;

export const trackerStyles = [layout, steps, timeline, doing];
