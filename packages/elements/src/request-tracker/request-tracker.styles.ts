import { css } from "lit";
import { replyStyles } from "./reply.styles.js";
import { stepStyles } from "./steps.styles.js";
import { timelineStyles } from "./timeline.styles.js";

const layout = css`
  .card {
    display: grid;
    gap: var(--_crm-space-5);
  }

  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--_crm-space-2) var(--_crm-space-4);
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
    column-gap: var(--_crm-space-2);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
  }

  .meta > span:not(:last-child)::after {
    content: "·" / "";
    margin-inline-start: var(--_crm-space-2);
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
    gap: 0 var(--_crm-space-8);
  }

  .body > .section:first-child,
  .body > .aside:first-child > .section:first-child {
    margin: 0;
    padding: 0;
    border: 0;
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
      margin-block-start: var(--_crm-space-2);
    }
  }

  .words {
    max-inline-size: 75ch;
    white-space: pre-wrap;
  }

  .outcome {
    padding: var(--_crm-space-3) var(--_crm-space-4);
    margin-block-start: var(--_crm-space-4);
    border: 1px solid transparent;
    border-radius: var(--_crm-radius-control);
    background: var(--_crm-success-soft);
  }

  .outcome:first-child {
    margin-block-start: 0;
  }

  .facts .given {
    gap: 0 var(--_crm-space-2);
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
    gap: var(--_crm-space-2);
    margin-block-start: var(--_crm-space-2);
  }

  .downloads .muted {
    white-space: nowrap;
  }

  .downloads .button,
  .file-label {
    display: inline-flex;
    align-items: center;
    gap: var(--_crm-space-2);
    font-size: var(--_crm-text-s);
    font-weight: 400;
    text-align: start;
  }

  .next {
    display: flex;
    align-items: center;
    gap: var(--_crm-space-3);
    padding: var(--_crm-space-3) var(--_crm-space-4);
    border: 1px solid transparent;
    border-radius: var(--_crm-radius-control);
    background: var(--_crm-soft, var(--_crm-accent-soft));
    color: var(--_crm-tone);
  }

  .next > .icon {
    inline-size: 22px;
    block-size: 22px;
    color: var(--_crm-tone, var(--_crm-accent));
  }

  .next-step {
    font-weight: var(--_crm-bold);
  }
`;

export const trackerStyles = [layout, stepStyles, timelineStyles, replyStyles];
