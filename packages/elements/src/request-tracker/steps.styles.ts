import { css } from "lit";

export const stepStyles = css`
  .steps {
    display: flex;
  }

  .step {
    --_crm-tone: var(--_crm-accent);
    --_crm-soft: var(--_crm-accent-soft);
    position: relative;
    flex: 1;
    display: grid;
    justify-items: center;
    gap: var(--_crm-space-2);
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

  .step.done .mark {
    border-color: var(--_crm-accent);
    background: var(--_crm-accent);
    color: var(--_crm-on-accent);
  }

  .step.current {
    color: var(--_crm-text);
    font-weight: var(--_crm-bold);
  }

  .step:is(.current, .rejected, .cancelled) .mark {
    border-color: var(--_crm-tone);
    box-shadow: 0 0 0 4px var(--_crm-soft);
    color: var(--_crm-tone);
  }

  .step.current .mark:empty::after {
    content: "";
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_crm-tone);
  }

  .step:is(.pending, .held) {
    --_crm-tone: var(--_crm-warning);
    --_crm-soft: var(--_crm-warning-soft);
  }

  .step.rejected {
    --_crm-tone: var(--_crm-danger);
    --_crm-soft: var(--_crm-danger-soft);
  }

  .step.cancelled {
    --_crm-tone: var(--_crm-neutral);
    --_crm-soft: var(--_crm-neutral-soft);
  }

  @media (forced-colors: active) {
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
