import { css } from "lit";

/** Bones take their room at once and show after 200 ms, so that a quick answer never flickers. */
export const skeletonStyles = css`
  .skeleton {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_crm-space) * 3);
    animation: crm-appear 0s 200ms backwards;
  }

  .skeleton.reserved {
    visibility: hidden;
  }

  .bone {
    inline-size: 100%;
    block-size: 1em;
    border-radius: var(--_crm-radius-small);
    background: linear-gradient(
        100deg,
        transparent 35%,
        light-dark(rgb(255 255 255 / 60%), rgb(255 255 255 / 6%)) 50%,
        transparent 65%
      )
      var(--_crm-neutral-soft);
    background-size: 300% 100%;
    animation: crm-shimmer 1.6s linear infinite;
  }

  .bone.title {
    inline-size: 45%;
    block-size: 1.4em;
  }

  .bone.short {
    inline-size: 60%;
  }

  .bone.area {
    block-size: 104px;
  }

  .bone.round {
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
  }

  @keyframes crm-appear {
    from {
      visibility: hidden;
    }
  }

  @keyframes crm-shimmer {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`;
