// Generated from tokens.json by `npm run generate`.
import { css } from "lit";

/** The public tokens, resolved once into private ones on the inner node, where no page can set them by accident. */
export const tokens = css`
  .base {
    --_crm-text: var(--crm-color-text, light-dark(#1a2130, #e9ecf3));
    --_crm-muted: var(--crm-color-text-muted, light-dark(#586174, #a3adbf));
    --_crm-surface: var(--crm-color-surface, light-dark(#ffffff, #171b24));
    --_crm-sunken: var(--crm-color-surface-sunken, light-dark(#f4f6f9, #1f2530));
    --_crm-border: var(--crm-color-border, light-dark(#e1e5ec, #2f3645));
    --_crm-border-strong: var(--crm-color-border-strong, light-dark(#7f889b, #7a8499));
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
    --_crm-star: var(--crm-color-star, light-dark(#c77700, #ffc44d));
    --_crm-size: var(--crm-font-size, 14px);
    --_crm-text-xs: var(--crm-font-size-xs, calc(var(--_crm-size) * 12 / 14));
    --_crm-text-s: var(--crm-font-size-s, calc(var(--_crm-size) * 13 / 14));
    --_crm-text-l: var(--crm-font-size-l, calc(var(--_crm-size) * 16 / 14));
    --_crm-text-xl: var(--crm-font-size-xl, calc(var(--_crm-size) * 20 / 14));
    --_crm-text-2xl: var(--crm-font-size-2xl, calc(var(--_crm-size) * 28 / 14));
    --_crm-medium: var(--crm-font-weight-medium, 500);
    --_crm-bold: var(--crm-font-weight-bold, 600);
    --_crm-line: var(--crm-line-height, 1.5);
    --_crm-space: var(--crm-space, 4px);
    --_crm-control: var(--crm-control-height, 40px);
    --_crm-radius: var(--crm-radius, 10px);
    --_crm-radius-control: var(--crm-radius-control, calc(var(--_crm-radius) * 0.8));
    --_crm-radius-small: var(--crm-radius-small, calc(var(--_crm-radius) * 0.6));
    --_crm-radius-badge: var(--crm-radius-badge, 1em);
    --_crm-shadow: var(--crm-shadow, 0 1px 2px light-dark(rgb(20 30 60 / 7%), #0000));
    --_crm-ring: var(--crm-focus-width, 2px);
    --_crm-motion: var(--crm-motion, 160ms);
  }

  .base:lang(zh) {
    --_crm-line: var(--crm-line-height, 1.65);
  }

  @media (forced-colors: active) {
    .base {
      --_crm-text: CanvasText;
      --_crm-muted: CanvasText;
      --_crm-surface: Canvas;
      --_crm-sunken: Canvas;
      --_crm-border: CanvasText;
      --_crm-border-strong: CanvasText;
      --_crm-accent: Highlight;
      --_crm-on-accent: HighlightText;
      --_crm-accent-soft: Canvas;
      --_crm-star: Highlight;
    }
  }
`;
