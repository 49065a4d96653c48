import { css } from "lit";

/** Bones take their room at once and show after 200 ms, so that a quick answer never flickers. */
export const skeletonStyles = css`
  .skeleton {
    display: flex;
    flex-direction: column;
    gap: var(--_crm-space-3);
    animation: crm-appear 0s 200ms backwards;
  }

  .reserved {
    visibility: hidden;
  }

  .reserved .bone {
    animation: none;
  }

  /* A message lies over the room that was kept for a value, so that a failure moves nothing below. */
  .over,
  .over > slot {
    display: grid;
    grid: auto / minmax(0, 1fr);
  }

  .over > * {
    grid-area: 1 / 1;
  }

  /* In the middle of a small room, near the top of a large one. */
  .over .state::before,
  .over .state::after {
    content: "";
    flex: 1;
  }

  .over .state::before {
    max-block-size: 64px;
  }

  .bone {
    inline-size: 100%;
    block-size: 1em;
    border-radius: var(--_crm-radius-small);
    background: var(--_crm-neutral-soft);
    animation: crm-breathe 1.2s ease-in-out infinite alternate;
  }

  .bone.title {
    inline-size: 45%;
    block-size: 1.4em;
  }

  .bone.short {
    inline-size: 60%;
  }

  .bone.area {
    block-size: 136px;
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

  @keyframes crm-breathe {
    to {
      opacity: 0.5;
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
