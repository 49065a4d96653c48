import { css } from "lit";

export const badgeStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: var(--_crm-space);
    padding: 1px calc(var(--_crm-space) * 2);
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_crm-neutral-soft);
    color: var(--_crm-neutral);
    font-size: var(--_crm-text-xs);
    font-weight: 500;
    line-height: 1.6;
  }

  .badge.info {
    background: var(--_crm-info-soft);
    color: var(--_crm-info);
  }

  .badge.success {
    background: var(--_crm-success-soft);
    color: var(--_crm-success);
  }

  .badge.warning {
    background: var(--_crm-warning-soft);
    color: var(--_crm-warning);
  }

  .badge.danger {
    background: var(--_crm-danger-soft);
    color: var(--_crm-danger);
  }

  @media (forced-colors: active) {
    .badge {
      border-color: CanvasText;
    }
  }
`;
