import { css } from "lit";
import { tokens } from "./tokens.styles.js";

const theme = css`
  .base {
    --_crm-control-small: calc(var(--_crm-control) * 0.8);
    --_crm-space-2: calc(var(--_crm-space) * 2);
    --_crm-space-3: calc(var(--_crm-space) * 3);
    --_crm-space-4: calc(var(--_crm-space) * 4);
    --_crm-space-5: calc(var(--_crm-space) * 5);
    --_crm-space-6: calc(var(--_crm-space) * 6);
    --_crm-space-8: calc(var(--_crm-space) * 8);

    /* Set by what has a tone; what has none must not take it from around the element. */
    --_crm-tone: initial;
    --_crm-soft: initial;
  }

  /* Without a theme the page's own color-scheme decides: a light page stays light on a dark system. */
  .base[data-theme="auto"] {
    color-scheme: light dark;
  }

  .base[data-theme="light"] {
    color-scheme: light;
  }

  .base[data-theme="dark"] {
    color-scheme: dark;
  }

  /* A finger wants 44 pixels. */
  @media (pointer: coarse) {
    .base {
      --_crm-control: max(44px, var(--crm-control-height, 0px));
      --_crm-control-small: 44px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .base {
      --_crm-motion: 0s;
    }
  }
`;

/** The tokens, the scale of gaps that follows from them, and what the theme and the visitor's system ask for. */
export const themeStyles = [tokens, theme];
