import { css } from "lit";

export const gaugeStyles = css`
  .card {
    display: grid;
    gap: var(--_crm-space-4);
  }

  .figure {
    position: relative;
    inline-size: min(100%, var(--crm-gauge-size, 200px));
    margin-inline: auto;
  }

  .arc {
    display: block;
    inline-size: 100%;
    fill: none;
    overflow: visible;
  }

  [dir="rtl"] .arc {
    transform: scaleX(-1);
  }

  .track {
    stroke: var(--_crm-neutral-soft);
    stroke-width: 10;
    stroke-linecap: round;
  }

  .band {
    stroke: color-mix(in srgb, var(--_crm-tone) 24%, transparent);
    stroke-width: 26;
  }

  .fill {
    stroke: var(--_crm-tone);
    stroke-width: 10;
    stroke-linecap: round;
  }

  .knob {
    fill: var(--_crm-tone);
    stroke: var(--_crm-surface);
    stroke-width: 3;
  }

  .target-mark {
    stroke: var(--_crm-text);
    stroke-width: 2.5;
    stroke-linecap: round;
  }

  .gauge {
    --_crm-tone: var(--_crm-accent);
  }

  .gauge.unreliable {
    --_crm-tone: var(--_crm-border-strong);
  }

  .reading {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: grid;
    justify-items: center;
    line-height: 1.15;
  }

  .value {
    font-size: var(--_crm-text-2xl);
    font-weight: var(--_crm-bold);
  }

  .unreliable .value {
    color: var(--_crm-muted);
  }

  .ends {
    display: flex;
    justify-content: space-between;
    margin-block-start: var(--_crm-space-2);
    color: var(--_crm-muted);
    font-size: var(--_crm-text-xs);
  }

  .trend {
    margin-block-start: var(--_crm-space-2);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_crm-space) var(--_crm-space-2);
    font-size: var(--_crm-text-xs);
    color: var(--_crm-muted);
  }

  .badge .icon {
    inline-size: 1em;
    block-size: 1em;
    stroke-width: 2.5;
  }

  .facts {
    grid-template-columns: auto 1fr;
    align-content: center;
    font-size: var(--_crm-text-s);
  }

  .facts dd {
    text-align: end;
    font-weight: var(--_crm-medium);
  }

  .note {
    color: var(--_crm-muted);
    font-size: var(--_crm-text-s);
  }

  .skeleton .bone.dome {
    inline-size: min(100%, var(--crm-gauge-size, 200px));
    block-size: 104px;
    margin-inline: auto;
    border-radius: 104px 104px 0 0;
  }

  @container (inline-size >= 500px) {
    .card.full {
      grid-template-columns: minmax(0, 220px) minmax(0, 1fr);
      column-gap: var(--_crm-space-8);
    }

    .full .facts {
      inline-size: min(100%, 24em);
    }

    .full > :is(.card-title, .note, details) {
      grid-column: 1 / -1;
    }
  }

  .compact {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_crm-space-2) var(--_crm-space-4);
    padding: var(--_crm-space-3) var(--_crm-space-4);
  }

  .compact .figure {
    inline-size: 64px;
    margin: 0;
  }

  .compact .text {
    flex: 1 1 12ch;
  }

  .compact .value {
    font-size: var(--_crm-text-xl);
  }

  .compact .target-mark {
    display: none;
  }

  .compact .trend {
    margin: 0;
    justify-content: start;
  }

  @media (forced-colors: active) {
    .track {
      stroke: GrayText;
      stroke-width: 4;
    }

    .band {
      stroke: Highlight;
      stroke-opacity: 0.4;
    }
  }
`;
