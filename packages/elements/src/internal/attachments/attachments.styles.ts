import { css } from "lit";

/** `.attachments` of `attachmentField`; a host sets `.dropping` on an ancestor while files hover over it. */
export const attachmentStyles = css`
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_crm-space-2) var(--_crm-space-3);
    padding: var(--_crm-space-3);
    border: 1px dashed var(--_crm-border-strong);
    border-radius: var(--_crm-radius-control);
    transition: background-color var(--_crm-motion);
  }

  .dropping .drop {
    border-color: var(--_crm-accent);
    background: var(--_crm-accent-soft);
  }

  /* Keeps its line until the limits are known. */
  #attachments-hint {
    min-block-size: 1.5em;
  }

  @media (hover: none) {
    .drop-hint {
      display: none;
    }
  }
`;
