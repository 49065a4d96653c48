import { expect } from "vitest";
import { runNode } from "./support/server.ts";
import { test } from "./support/test.ts";

test("the script on the SDK alone lists, creates, urges and follows on the real server", async ({
  portico,
}) => {
  const token = await portico.token(
    "--as",
    "customer",
    "--customer",
    "demo-utility-wang",
    "--name",
    "王秀兰",
  );
  const { code, stdout, stderr } = await runNode(["examples/sdk-node/main.js"], {
    ...process.env,
    PORTICO_URL: portico.url,
    PORTICO_TOKEN: token,
    FOLLOW_SECONDS: "3",
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("as customer 王秀兰");
  expect(stdout).toMatch(/R-\d+-\d+ +inProgress/);
  expect(stdout).toMatch(/Created R-\d+-\d+ \(acknowledged\)/);
  expect(stdout).toContain("Urged 1 time(s)");
  expect(stdout).toMatch(/portico\.entry\.created +\S+/);
});
