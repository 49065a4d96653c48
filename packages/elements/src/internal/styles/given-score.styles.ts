import { css } from "lit";

/** Stars, and `.given`, an answer that was given. */
export const givenScoreStyles = css`
  .star {
    --_crm-fill: none;
    color: var(--_crm-border-strong);
  }

  .star .icon {
    fill: var(--_crm-fill);
  }

  .star.lit {
    --_crm-fill: currentColor;
    color: var(--_crm-star);
  }

  .given {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_crm-space-2);
  }

  .given .icon {
    inline-size: 20px;
    block-size: 20px;
    stroke-width: 1.5;
  }
`;
