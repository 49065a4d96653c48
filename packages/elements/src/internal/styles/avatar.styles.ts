import { css } from "lit";

export const avatarStyles = css`
  .avatar {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 3.38em;
    block-size: 3.38em;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_crm-neutral-soft);
    color: var(--_crm-neutral);
    font-size: var(--_crm-text-s);
    font-weight: var(--_crm-bold);
    line-height: 1;
    overflow: hidden;
    white-space: nowrap;
  }

  .avatar.organization {
    border-radius: var(--_crm-radius);
  }

  .avatar.hue-0 {
    background: var(--_crm-info-soft);
    color: var(--_crm-info);
  }

  .avatar.hue-1 {
    background: light-dark(#e2f3f3, #143334);
    color: light-dark(#0f6062, #86d3d4);
  }

  .avatar.hue-2 {
    background: light-dark(#f1ecfb, #2f2747);
    color: light-dark(#5b3bab, #c9b5ff);
  }

  .avatar.hue-3 {
    background: light-dark(#fbeaf2, #42213a);
    color: light-dark(#96305f, #f6b1d2);
  }

  .avatar.hue-4 {
    background: var(--_crm-warning-soft);
    color: var(--_crm-warning);
  }
`;
