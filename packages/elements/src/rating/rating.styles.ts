import { css } from "lit";

export const ratingStyles = css`
  .card {
    display: grid;
    gap: calc(var(--_crm-space) * 3);
    justify-items: start;
  }

  .question {
    font-weight: 600;
  }

  .field {
    inline-size: 100%;
  }

  .thanks {
    display: flex;
    align-items: center;
    gap: calc(var(--_crm-space) * 2);
    font-weight: 600;
  }

  .thanks .icon {
    color: var(--_crm-success);
  }

  .given-comment {
    color: var(--_crm-muted);
    white-space: pre-wrap;
  }

  .skeleton .bone.row {
    block-size: 40px;
  }
`;
