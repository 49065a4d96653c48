import { css } from "lit";

/**
 * The public tokens `--crm-*`, each with its default, resolved once into private `--_crm-*` on the inner node, where
 * no page can set them by accident. Every colour pair used together has a contrast of at least 4.5 in both themes.
 */
export const tokens = css`
  .base {
    --_crm-space: var(--crm-space, 4px);
    --_crm-radius: var(--crm-radius, 10px);
    --_crm-radius-small: calc(var(--_crm-radius) * 0.6);

    --_crm-size: var(--crm-font-size, 14px);
    --_crm-text-xs: calc(var(--_crm-size) * 12 / 14);
    --_crm-text-s: calc(var(--_crm-size) * 13 / 14);
    --_crm-text-l: calc(var(--_crm-size) * 16 / 14);
    --_crm-text-xl: calc(var(--_crm-size) * 20 / 14);
    --_crm-text-2xl: calc(var(--_crm-size) * 28 / 14);

    --_crm-text: var(--crm-color-text, light-dark(#1a2130, #e9ecf3));
    --_crm-muted: var(--crm-color-text-muted, light-dark(#586174, #a3adbf));
    --_crm-surface: var(--crm-color-surface, light-dark(#ffffff, #171b24));
    --_crm-sunken: var(--crm-color-surface-sunken, light-dark(#f4f6f9, #1f2530));
    --_crm-border: var(--crm-color-border, light-dark(#e1e5ec, #2f3645));
    --_crm-border-strong: var(--crm-color-border-strong, light-dark(#868fa1, #7a8499));

    --_crm-accent: var(--crm-color-accent, light-dark(#2b59c9, #93b4ff));
    --_crm-on-accent: var(--crm-color-on-accent, light-dark(#ffffff, #101a30));
    --_crm-accent-soft: var(--crm-color-accent-soft, light-dark(#ebf0fc, #222f4c));
    --_crm-focus: var(--crm-color-focus, var(--_crm-accent));

    --_crm-neutral: var(--crm-color-neutral, light-dark(#4a5366, #c3cad8));
    --_crm-neutral-soft: var(--crm-color-neutral-soft, light-dark(#edf0f4, #2a303c));
    --_crm-info: var(--crm-color-info, light-dark(#1f51b8, #a6c2ff));
    --_crm-info-soft: var(--crm-color-info-soft, light-dark(#e8effd, #1f2c4a));
    --_crm-success: var(--crm-color-success, light-dark(#14683b, #84d8a6));
    --_crm-success-soft: var(--crm-color-success-soft, light-dark(#e3f4ea, #173426));
    --_crm-warning: var(--crm-color-warning, light-dark(#8a4b00, #f0bf76));
    --_crm-warning-soft: var(--crm-color-warning-soft, light-dark(#fdf1de, #3a2b13));
    --_crm-danger: var(--crm-color-danger, light-dark(#b0261e, #ffafa7));
    --_crm-danger-soft: var(--crm-color-danger-soft, light-dark(#fcebea, #431f1f));

    --_crm-motion: var(--crm-motion, 160ms);
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

  @media (prefers-reduced-motion: reduce) {
    .base {
      --_crm-motion: 0s;
    }
  }

  @media (forced-colors: active) {
    .base {
      --_crm-text: CanvasText;
      --_crm-muted: CanvasText;
      --_crm-surface: Canvas;
      --_crm-border: CanvasText;
      --_crm-border-strong: CanvasText;
      --_crm-accent: Highlight;
      --_crm-on-accent: HighlightText;
      --_crm-accent-soft: Canvas;
      --_crm-sunken: Canvas;
    }
  }
`;
