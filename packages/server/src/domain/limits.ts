/** Figures that clients read from `/v1/capabilities` and the server holds to. */
export const limits = {
  attachmentCount: 5,
  attachmentBytes: 10 * 1024 * 1024,
  pageRows: 100,
  heartbeatSeconds: 15,
  /** How long a cursor of the feed stays good. */
  changeHours: 30 * 24,
  /** How long the answer to a key is kept. */
  keyHours: 48,
  /** How long a file waits to be taken up. */
  fileHours: 24,
} as const;
