import { css } from "lit";
import { chooserStyles } from "../internal/styles/chooser.styles.js";
import { scoreScaleStyles } from "../internal/styles/score-scale.styles.js";

export const panelStyles = css`
  ${chooserStyles}
  ${scoreScaleStyles}

  .panel {
    display: grid;
    gap: var(--_crm-space-3);
    padding: var(--_crm-space-4);
    margin-block-start: var(--_crm-space-3);
    border: 1px solid var(--_crm-border);
    border-radius: var(--_crm-radius-control);
    background: var(--_crm-sunken);
  }

  .panel-title {
    font-weight: var(--_crm-bold);
  }

  .panel-title + .hint {
    margin-block: calc(var(--_crm-space-2) * -1) 0;
  }
`;
