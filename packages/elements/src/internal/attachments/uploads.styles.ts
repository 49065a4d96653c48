import { css } from "lit";

/** The rows of `uploadList`. */
export const uploadStyles = css`
  .files {
    display: grid;
    gap: var(--_crm-space-2);
  }

  .file {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0 var(--_crm-space-3);
    padding-block: var(--_crm-space-2);
    padding-inline: var(--_crm-space-3) var(--_crm-space-2);
    border: 1px solid var(--_crm-border);
    border-radius: var(--_crm-radius-control);
  }

  .file > .icon {
    color: var(--_crm-muted);
  }

  .file.uploaded > .icon {
    color: var(--_crm-success);
  }

  .file.failed .hint {
    color: var(--_crm-danger);
  }

  .file-name {
    display: grid;
    grid-column: 2;
    line-height: 1.35;
  }

  .file-name > bdi {
    justify-self: start;
  }

  .file .button {
    padding: var(--_crm-space-2);
  }

  .file .button:last-of-type {
    grid-column: 4;
  }

  .file progress {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 3px;
    margin-block-start: var(--_crm-space-2);
    border: 0;
    border-radius: 3px;
    background: var(--_crm-neutral-soft);
    accent-color: var(--_crm-accent);
    appearance: none;
    overflow: hidden;
  }

  .file progress::-webkit-progress-bar {
    background: none;
  }

  .file progress::-webkit-progress-value {
    background: var(--_crm-accent);
    transition: inline-size var(--_crm-motion);
  }

  .file progress::-moz-progress-bar {
    background: var(--_crm-accent);
  }

  @media (forced-colors: active) {
    .file progress {
      appearance: auto;
    }
  }
`;
