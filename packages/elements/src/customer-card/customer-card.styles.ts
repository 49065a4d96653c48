import { css } from "lit";

export const cardLayoutStyles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_crm-space) var(--_crm-space-2);
  }

  .row,
  .header {
    column-gap: var(--_crm-space-3);
  }

  .header {
    row-gap: var(--_crm-space-2);
  }

  .row {
    position: relative;
    padding-block: var(--_crm-space-2);
  }

  .what,
  .line > .input {
    flex: 1 1 10em;
    min-inline-size: 0;
  }

  .header:not(.compact *) {
    align-items: start;
  }

  .what > .line:last-child {
    margin-block-start: var(--_crm-space-2);
  }

  .title {
    font-weight: var(--_crm-medium);
  }

  .title .badge {
    margin-inline-start: var(--_crm-space);
  }

  .about,
  dt {
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
  }

  .end {
    margin-inline-start: auto;
  }

  .end:has(.badge) {
    flex-basis: 100%;
  }

  .end .quiet {
    margin-inline-end: calc(var(--_crm-space-3) * -1);
  }

  .row > .avatar,
  .lead {
    inline-size: 32px;
    block-size: 32px;
    font-size: 11px;
  }

  .lead {
    display: flex;
    align-items: center;
    justify-content: center;
    font-size: var(--_crm-text-xs);
    border-radius: var(--_crm-radius-small);
    background: var(--_crm-sunken);
    color: var(--_crm-muted);
  }

  .interactions .icon {
    rotate: 45deg;
  }

  .full {
    user-select: all;
  }

  .reason {
    inline-size: 100%;
    padding: var(--_crm-space-3);
    border-radius: var(--_crm-radius-small);
    background: var(--_crm-sunken);
  }

  .link {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .link::after {
    content: "";
    position: absolute;
    inset: 0;
  }

  a,
  .full,
  .row:hover > .what .link {
    color: var(--_crm-accent);
  }

  .grades dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
    gap: var(--_crm-space-3) var(--_crm-space-6);
  }

  .grades .line {
    margin-block: var(--_crm-space);
  }

  .score {
    margin-inline-start: auto;
    font-weight: var(--_crm-bold);
  }

  .bar {
    display: block;
    inline-size: 100%;
    block-size: 4px;
    margin-block: var(--_crm-space-2);
    border-radius: 2px;
    background: var(--_crm-neutral-soft);
    fill: var(--_crm-tone);
  }

  [dir="rtl"] .bar {
    scale: -1 1;
  }

  .counts {
    display: flex;
    gap: var(--_crm-space-6);
  }

  .counts + ul {
    margin-block-start: var(--_crm-space-2);
  }

  .counts div {
    color: var(--_crm-tone);
    display: flex;
    flex-direction: column-reverse;
  }

  .counts dd,
  .mean bdi {
    font-size: var(--_crm-text-xl);
    font-weight: var(--_crm-bold);
    line-height: 1.3;
  }

  .compact {
    padding: var(--_crm-space-3) var(--_crm-space-4);
  }

  .compact .what {
    flex-basis: 14em;
  }

  .compact .counts {
    column-gap: var(--_crm-space-4);
  }

  .compact .counts div {
    flex-direction: row-reverse;
    align-items: baseline;
    gap: var(--_crm-space);
  }

  .compact .counts dd {
    font-size: inherit;
  }

  @container (inline-size >= 640px) {
    .sections {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: var(--_crm-space-8);
    }

    .section:nth-child(odd of :not([hidden])):nth-last-child(1 of :not([hidden])) {
      grid-column: 1 / -1;
    }

    .compact .what {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--_crm-space-4);
    }

    .compact .what > .line {
      margin: 0;
    }
  }

  @media (pointer: coarse) {
    .row,
    a,
    summary {
      min-block-size: 44px;
    }

    a {
      display: inline-flex;
      align-items: center;
    }
  }

  @media (forced-colors: active) {
    .bar {
      border: 1px solid;
      fill: CanvasText;
    }
  }
`;
