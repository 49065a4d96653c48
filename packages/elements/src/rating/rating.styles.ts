import { css } from "lit";

export const ratingStyles = css`
  .card {
    display: grid;
    gap: var(--_crm-space-3);
    justify-items: start;
  }

  .field {
    inline-size: min(100%, 44em);
  }

  .thanks {
    display: flex;
    align-items: center;
    gap: var(--_crm-space-2);
    font-weight: var(--_crm-bold);
  }

  .thanks .icon {
    color: var(--_crm-success);
  }

  .given-comment {
    color: var(--_crm-muted);
    white-space: pre-wrap;
  }

  .skeleton .bone.row {
    block-size: var(--_crm-control);
  }
`;
