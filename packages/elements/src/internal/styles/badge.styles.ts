import { css } from "lit";

/** `.badge`, and the tones it and others may have: `--_crm-tone` to write in, `--_crm-soft` to write on. */
export const badgeStyles = css`
  .badge {
    --_crm-tone: var(--_crm-neutral);
    --_crm-soft: var(--_crm-neutral-soft);
    display: inline-flex;
    align-items: center;
    gap: var(--_crm-space);
    padding: 1px var(--_crm-space-2);
    /* Seen where colours are forced and grounds are gone. */
    border: 1px solid transparent;
    border-radius: var(--_crm-radius-badge);
    background: var(--_crm-soft);
    color: var(--_crm-tone);
    font-size: var(--_crm-text-xs);
    font-weight: var(--_crm-medium);
    line-height: 1.6;
  }

  .info {
    --_crm-tone: var(--_crm-info);
    --_crm-soft: var(--_crm-info-soft);
  }

  .success {
    --_crm-tone: var(--_crm-success);
    --_crm-soft: var(--_crm-success-soft);
  }

  .warning {
    --_crm-tone: var(--_crm-warning);
    --_crm-soft: var(--_crm-warning-soft);
  }

  .danger {
    --_crm-tone: var(--_crm-danger);
    --_crm-soft: var(--_crm-danger-soft);
  }
`;
