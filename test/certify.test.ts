import { expect, test } from "vitest";
import { prepare } from "./trial/certify.ts";

// PostgreSQL is certified whole by `npm run trial`, as the backend without a defect.
test("the kit certifies the reference backend on its embedded database for Gold", async () => {
  const backend = await prepare("pglite");
  const { code, report } = await backend.certify(1).finally(() => backend.dispose());
  expect(report.verdict).toEqual({
    conforms: true,
    reached: "gold",
    sentence: "Gold is reached.",
    obstacles: [],
  });
  expect(report.counts).toMatchObject({ fail: 0, warn: 0, error: 0, "not-testable": 0 });
  expect(code).toBe(0);
});
