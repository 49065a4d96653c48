/** How requests of one kind usually run. */
export interface Course {
  /** Whether it is worked on day and night. */
  aroundTheClock: boolean;
  /** Time of handling in hours: of the clock, or of the office. */
  medianHours: number;
  spread: number;
  asksBack: number;
  held: number;
  refused: number;
  withdrawn: number;
  reopened: number;
  channels: readonly (readonly [channel: string, weight: number])[];
}

const office = [
  ["web", 40],
  ["phone", 28],
  ["email", 12],
  ["counter", 10],
  ["chat", 8],
  ["fax", 2],
] as const;

const calm = {
  aroundTheClock: false,
  spread: 0.6,
  asksBack: 0.04,
  held: 0.01,
  refused: 0,
  withdrawn: 0.02,
  reopened: 0.01,
  channels: office,
};

export const courses: Record<string, Course> = {
  fault: {
    aroundTheClock: true,
    medianHours: 2.6,
    spread: 0.55,
    asksBack: 0.08,
    held: 0.05,
    refused: 0.02,
    withdrawn: 0.06,
    reopened: 0.05,
    channels: [
      ["phone", 45],
      ["web", 32],
      ["chat", 12],
      ["sms", 6],
      ["field", 5],
    ],
  },
  complaint: {
    ...calm,
    medianHours: 17,
    asksBack: 0.4,
    held: 0.05,
    refused: 0.08,
    withdrawn: 0.04,
    reopened: 0.08,
  },
  enquiry: { ...calm, medianHours: 3.5, spread: 0.8, asksBack: 0.25, withdrawn: 0.03, reopened: 0.03 },
  application: { ...calm, medianHours: 24, asksBack: 0.55, held: 0.12, refused: 0.07, withdrawn: 0.05 },
  misconduct: {
    ...calm,
    medianHours: 30,
    refused: 0.2,
    channels: [
      ["web", 60],
      ["email", 20],
      ["phone", 20],
    ],
  },
  suggestion: { ...calm, medianHours: 22 },
  opinion: { ...calm, medianHours: 14 },
  praise: { ...calm, medianHours: 5 },
};
