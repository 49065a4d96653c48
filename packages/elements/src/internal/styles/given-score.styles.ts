import { css } from "lit";

/** Stars, and `.given`, an answer that was given. */
export const givenScoreStyles = css`
  .star {
    color: var(--_crm-border-strong);
  }

  .star.lit {
    color: var(--_crm-star);
  }

  .star.lit .icon {
    fill: currentColor;
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

  @media (forced-colors: active) {
    .star.lit {
      color: Highlight;
    }
  }
`;
