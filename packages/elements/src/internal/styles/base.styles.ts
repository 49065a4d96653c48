import { css } from "lit";
import { buttonStyles } from "./button.styles.js";
import { skeletonStyles } from "./skeleton.styles.js";
import { themeStyles } from "./theme.styles.js";

/** Undoes what a page's own styles may have left to inherit, and dresses what every element draws. */
const common = css`
  :host {
    display: block;
    min-inline-size: 0;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  /*
   * All that a page may have left to inherit ends here. What it hides, disables, darkens or sets a font for stays its
   * own; the language is that of the attribute, which "all" would drop.
   */
  .base {
    all: initial;
    -webkit-locale: revert-layer;
    color-scheme: inherit;
    pointer-events: inherit;
    visibility: inherit;
    -webkit-text-size-adjust: 100%;

    /* Where a page asks how wide we would be, as in a flex row or a float, the answer must not be: nothing. */
    contain-intrinsic-inline-size: 240px;
    container-type: inline-size;
    display: block;
    inline-size: 100%;
    position: relative;
    color: var(--_crm-text);
    font-family: var(--crm-font-family, inherit);
    font-size: var(--_crm-size);
    line-height: var(--_crm-line);
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
    text-autospace: normal;
  }

  .base:focus {
    outline: none;
  }

  p,
  h2,
  h3,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    list-style: none;
    font: inherit;
  }

  h2,
  h3 {
    font-family: var(--crm-font-family-heading, inherit);
  }

  :focus-visible {
    outline: var(--_crm-ring) solid var(--_crm-focus);
    outline-offset: 2px;
  }

  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .muted {
    color: var(--_crm-muted);
  }

  .small {
    font-size: var(--_crm-text-xs);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: clip;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_crm-space);
    padding: var(--_crm-space-6) var(--_crm-space-4);
    border: 1px solid var(--_crm-border);
    border-radius: var(--_crm-radius);
    background: var(--_crm-surface);
    box-shadow: var(--_crm-shadow);
    text-align: center;
    color: var(--_crm-muted);
  }

  .card .state {
    border: 0;
    box-shadow: none;
  }

  .state > .icon {
    inline-size: 28px;
    block-size: 28px;
    margin-block-end: var(--_crm-space);
  }

  .state-title {
    color: var(--_crm-text);
    font-weight: var(--_crm-bold);
  }

  .state-hint {
    max-inline-size: 36ch;
    text-wrap: balance;
    font-size: var(--_crm-text-s);
  }

  .state-reference {
    font-size: var(--_crm-text-xs);
    user-select: all;
  }

  .state > .button {
    margin-block: var(--_crm-space-2);
  }

  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_crm-space-2);
    padding: var(--_crm-space-2) var(--_crm-space-3);
    margin-block-end: var(--_crm-space-2);
    border-radius: var(--_crm-radius-small);
    background: var(--_crm-warning-soft);
    color: var(--_crm-warning);
    font-size: var(--_crm-text-s);
  }

  .banner > span {
    flex: 1 1 16ch;
  }

  .busy .button[part="retry"] .icon {
    animation: crm-spin 900ms linear infinite;
  }

  @keyframes crm-spin {
    to {
      transform: rotate(1turn);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .busy .button[part="retry"] .icon {
      animation: none;
    }
  }
`;

/** Put this first in every element's `styles`. */
export const baseStyles = [themeStyles, common, skeletonStyles, buttonStyles];
