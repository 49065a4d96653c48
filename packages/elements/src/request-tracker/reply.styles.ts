import { css } from "lit";

export const replyStyles = css`
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_crm-space-2);
  }

  .actions .hint {
    margin-block-start: var(--_crm-space-2);
  }

  .reply {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_crm-space-3);
  }

  .reply > *,
  .reply .attachments > * {
    grid-column: 1 / -1;
  }

  .reply .section-title {
    margin: 0;
  }

  .reply > .hint {
    margin-block-start: calc(var(--_crm-space-2) * -1);
  }

  /* Its button stands beside the one that sends, its files and faults in rows of their own. */
  .reply .attachments {
    display: contents;
  }

  .reply .drop {
    grid-column: 1;
    padding: 0;
    border: 0;
  }

  .reply > .buttons {
    grid-column: 2;
    align-self: start;
  }

  .reply > .buttons ~ *,
  .reply .attachments > :is(.hint, .invalid) {
    order: 1;
  }

  .reply .attachments > :is(.label, .hint:empty, .invalid:empty) {
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
    gap: var(--_crm-space-2) var(--_crm-space-5);
  }

  .choice {
    display: inline-flex;
    align-items: center;
    gap: var(--_crm-space-2);
    cursor: pointer;
  }

  .choice input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_crm-accent);
  }

`;
