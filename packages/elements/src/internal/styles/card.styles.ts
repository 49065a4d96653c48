import { css } from "lit";

/** `.card` is the surface of an element, `.section` a titled part of it, `.facts` a list of terms and values, `details` what unfolds. */
export const cardStyles = css`
  .card {
    inline-size: min(100%, 90em);
    padding: var(--_crm-space-5);
    margin-inline: auto;
    border: 1px solid var(--_crm-border);
    border-radius: var(--_crm-radius);
    background: var(--_crm-surface);
    box-shadow: var(--_crm-shadow);
  }

  @container (inline-size < 380px) {
    .card {
      padding: var(--_crm-space-4);
    }
  }

  .card-title {
    font-family: var(--crm-font-family-heading, inherit);
    font-size: var(--_crm-text-l);
    font-weight: var(--_crm-bold);
    line-height: 1.35;
  }

  .section {
    padding-block-start: var(--_crm-space-4);
    margin-block-start: var(--_crm-space-4);
    border-block-start: 1px solid var(--_crm-border);
  }

  .section-title {
    margin-block-end: var(--_crm-space-2);
    font-weight: var(--_crm-bold);
  }

  .facts {
    display: grid;
    grid-template-columns: minmax(7em, auto) 1fr;
    gap: var(--_crm-space-2) var(--_crm-space-4);
  }

  .facts dt {
    color: var(--_crm-muted);
  }

  details {
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
  }

  details p {
    margin-block-start: var(--_crm-space-2);
  }

  summary {
    display: flex;
    align-items: center;
    inline-size: fit-content;
    border-radius: var(--_crm-radius-small);
    color: var(--_crm-accent);
    list-style: none;
    cursor: pointer;
    min-block-size: 24px;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary .icon {
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: var(--_crm-space);
    transition: rotate var(--_crm-motion);
  }

  [dir="rtl"] summary .icon {
    rotate: 180deg;
  }

  details[open] summary .icon {
    rotate: 90deg;
  }
`;
