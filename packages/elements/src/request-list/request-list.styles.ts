import { css } from "lit";
import { chooserStyles } from "../internal/styles/chooser.styles.js";

export const listStyles = css`
  ${chooserStyles}

  .card {
    inline-size: 100%;
    padding: 0;
    overflow: clip;
  }

  .filters {
    display: grid;
    grid-template-columns: minmax(12ch, 1fr) repeat(3, minmax(9ch, max-content));
    gap: var(--_crm-space-2);
    padding: var(--_crm-space-3) var(--_crm-space-4);
    border-block-end: 1px solid var(--_crm-border);
  }

  .filters .input {
    min-inline-size: 0;
    text-overflow: ellipsis;
  }

  .search {
    position: relative;
    min-inline-size: 0;
  }

  .search .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--_crm-space-3);
    margin-block: auto;
    color: var(--_crm-muted);
    pointer-events: none;
  }

  .search .input {
    padding-inline-start: calc(var(--_crm-space) * 9);
  }

  .arrivals {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_crm-space-2);
    padding: var(--_crm-space) var(--_crm-space-4);
    border-block-end: 1px solid var(--_crm-border);
    background: var(--_crm-accent-soft);
    color: var(--_crm-accent);
    font-size: var(--_crm-text-s);
  }

  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 32%) minmax(9em, 18%);
    align-items: center;
    gap: var(--_crm-space) var(--_crm-space-5);
    padding: var(--_crm-space-3) var(--_crm-space-4);
    transition: background-color var(--_crm-motion);
  }

  .block {
    content-visibility: auto;
    contain-intrinsic-size: auto calc(25 * 64px);
  }

  .block,
  .row + .row {
    border-block-start: 1px solid var(--_crm-border);
  }

  .row:hover {
    background: var(--_crm-sunken);
  }

  .row.selected {
    background: var(--_crm-accent-soft);
    box-shadow: inset 3px 0 var(--_crm-accent);
  }

  .row.selected:dir(rtl) {
    box-shadow: inset -3px 0 var(--_crm-accent);
  }

  .row.selected .badge {
    background: var(--_crm-surface);
  }

  .row.fresh {
    animation: crm-fresh 2.4s ease-out;
  }

  @keyframes crm-fresh {
    from {
      background: var(--_crm-accent-soft);
    }
  }

  .link {
    display: block;
    max-inline-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_crm-text);
    font: inherit;
    font-weight: var(--_crm-bold);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }

  .link::after {
    content: "";
    position: absolute;
    inset: 0;
  }

  .row:hover .link {
    color: var(--_crm-accent);
  }

  .link:focus-visible {
    outline: none;
  }

  .link:focus-visible::after {
    outline: var(--_crm-ring) solid var(--_crm-focus);
    outline-offset: -2px;
    border-radius: var(--_crm-radius-small);
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_crm-space-2);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
  }

  .about > :not(:empty, :last-child)::after {
    content: "·" / "";
    margin-inline-start: var(--_crm-space-2);
  }

  .standing {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_crm-space);
  }

  .holding {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    min-inline-size: 0;
    font-size: var(--_crm-text-s);
    text-align: end;
  }

  .holding time {
    position: relative;
    z-index: 1;
  }

  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_crm-space-3);
    padding: var(--_crm-space-3) var(--_crm-space-4);
    border-block-start: 1px solid var(--_crm-border);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
  }

  .skeleton {
    gap: 0;
  }

  .skeleton .row {
    row-gap: var(--_crm-space-5);
    min-block-size: 66px;
  }

  .banner {
    margin: var(--_crm-space-2);
  }

  @container (inline-size < 800px) {
    .filters {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }

    .search {
      grid-column: 1 / -1;
    }

    .row {
      grid-template-columns: minmax(0, 1fr);
      align-items: start;
    }

    .holding {
      flex-flow: row wrap;
      align-items: baseline;
      column-gap: var(--_crm-space-2);
      text-align: start;
    }

    .holder + .muted::before {
      content: "·" / "";
      margin-inline-end: var(--_crm-space-2);
    }
  }

  @container (inline-size < 420px) {
    .filters {
      grid-template-columns: 1fr 1fr;
      padding: var(--_crm-space-3);
    }

    .filters select:last-child {
      grid-column: 1 / -1;
    }

    .row {
      padding-inline: var(--_crm-space-3);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .row.fresh {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
