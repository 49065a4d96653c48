import { css } from "lit";
import { scoreScaleStyles } from "../internal/styles/score-scale.styles.js";

export const panelStyles = css`
  ${scoreScaleStyles}

  .panel {
    display: grid;
    gap: calc(var(--_crm-space) * 3);
    padding: calc(var(--_crm-space) * 4);
    margin-block-start: calc(var(--_crm-space) * 3);
    border: 1px solid var(--_crm-border);
    border-radius: calc(var(--_crm-radius) * 0.8);
    background: var(--_crm-sunken);
  }

  .panel-title {
    font-weight: 600;
  }

  .panel-title + .hint {
    margin-block: calc(var(--_crm-space) * -2) 0;
  }
`;
