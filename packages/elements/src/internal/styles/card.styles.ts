import { css } from "lit";

/** `.card` is the surface of an element, `.section` a titled part of it, `.facts` a list of terms and values. */
export const cardStyles = css`
  .card {
    padding: calc(var(--_crm-space) * 5);
    border: 1px solid var(--_crm-border);
    border-radius: var(--_crm-radius);
    background: var(--_crm-surface);
  }

  @container (inline-size < 380px) {
    .card {
      padding: calc(var(--_crm-space) * 4);
    }
  }

  .card-title {
    font-size: var(--_crm-text-l);
    font-weight: 600;
    line-height: 1.35;
  }

  .section {
    padding-block-start: calc(var(--_crm-space) * 4);
    margin-block-start: calc(var(--_crm-space) * 4);
    border-block-start: 1px solid var(--_crm-border);
  }

  .section-title {
    margin-block-end: calc(var(--_crm-space) * 2);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
    font-weight: 500;
  }

  .facts {
    display: grid;
    grid-template-columns: minmax(7em, auto) 1fr;
    gap: calc(var(--_crm-space) * 1.5) calc(var(--_crm-space) * 4);
  }

  .facts dt {
    color: var(--_crm-muted);
  }
`;
