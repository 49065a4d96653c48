import { css } from "lit";
import { chooserStyles } from "../internal/styles/chooser.styles.js";

export const requestFormStyles = css`
  ${chooserStyles}

  .form {
    inline-size: min(100%, 60em);
    display: grid;
    gap: var(--_crm-space-6);
  }

  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--_crm-space-3);
  }

  .head > .button {
    flex: none;
    margin-inline-end: calc(var(--_crm-space-2) * -1);
  }

  .card-title:focus {
    outline: none;
  }

  .kinds {
    display: grid;
    gap: var(--_crm-space-2);
    margin-block-start: var(--_crm-space-4);
  }

  .kind {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_crm-space-3);
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 56px;
    padding: var(--_crm-space-3) var(--_crm-space-4);
    border: 1px solid var(--_crm-border);
    border-radius: var(--_crm-radius-control);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    transition:
      background-color var(--_crm-motion),
      border-color var(--_crm-motion);
  }

  .kind:hover {
    border-color: var(--_crm-accent);
    background: var(--_crm-accent-soft);
  }

  .kind-text {
    display: grid;
  }

  .kind-label {
    font-weight: var(--_crm-medium);
  }

  .kind > .icon {
    color: var(--_crm-muted);
  }

  [dir="rtl"] .kind > .icon {
    transform: scaleX(-1);
  }

  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_crm-space-4);
  }

  @container (inline-size >= 560px) {
    .fields,
    .kinds {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .fields > .wide {
      grid-column: 1 / -1;
    }
  }

  .optional {
    margin-inline-start: var(--_crm-space);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
    font-weight: 400;
  }

  .notes {
    display: flex;
    justify-content: space-between;
    gap: var(--_crm-space-3);
  }

  .counter {
    flex: none;
    color: var(--_crm-muted);
    font-size: var(--_crm-text-xs);
  }

  .counter.over {
    color: var(--_crm-danger);
    font-weight: var(--_crm-bold);
  }

  .field > .invalid {
    display: flex;
    gap: var(--_crm-space-2);
  }

  .invalid > .icon {
    margin-block-start: 0.1em;
  }

  .notes:not(:has(:not(:empty))),
  .invalid:empty {
    display: none;
  }

  .group {
    display: grid;
    gap: var(--_crm-space-4);
  }

  .position {
    margin-block-start: calc(var(--_crm-space-2) * -1);
  }

  .group-title {
    margin-block-end: var(--_crm-space-2);
    font-size: var(--_crm-text-l);
    font-weight: var(--_crm-bold);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_crm-space-2);
    margin-block-start: var(--_crm-space);
  }

  .choice,
  .check {
    display: inline-flex;
    align-items: center;
    gap: var(--_crm-space-2);
    min-block-size: var(--_crm-control);
    cursor: pointer;
  }

  .check {
    min-block-size: var(--_crm-control-small);
    inline-size: fit-content;
    font-weight: var(--_crm-medium);
  }

  .choice {
    padding-inline: var(--_crm-space-3);
    border: 1px solid var(--_crm-border-strong);
    border-radius: var(--_crm-radius-control);
  }

  .choice:has(:checked) {
    border-color: var(--_crm-accent);
    background: var(--_crm-accent-soft);
  }

  :is(.choice, .check) input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_crm-accent);
    cursor: inherit;
  }

  .check + .notes {
    padding-inline-start: calc(18px + var(--_crm-space) * 2);
  }

  .pin {
    display: inline-flex;
    align-items: center;
    gap: var(--_crm-space-2);
    padding-inline: var(--_crm-space-3) var(--_crm-space);
    min-block-size: var(--_crm-control);
    border: 1px solid transparent;
    border-radius: var(--_crm-control);
    background: var(--_crm-accent-soft);
    font-size: var(--_crm-text-s);
  }

  .pin > .icon {
    color: var(--_crm-accent);
  }

  .pin .button {
    padding: var(--_crm-space);
    border-radius: inherit;
  }

  .signed-in {
    display: flex;
    align-items: center;
    gap: var(--_crm-space-2);
  }

  .actions > .button {
    min-inline-size: 120px;
  }

  .skeleton .bone.line {
    block-size: var(--_crm-control);
  }

  .skeleton .bone.row {
    block-size: 66px;
  }

  @container (inline-size < 380px) {
    .actions > .button,
    .position > .button,
    .choice {
      inline-size: 100%;
    }
  }
`;
