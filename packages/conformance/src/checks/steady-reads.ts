import { isDeepStrictEqual } from "node:util";
import type { Check } from "../check.js";
import { pathOf } from "../document/operations.js";
import { expectSuccess, expectThat } from "../expect.js";
import { describeAnswer } from "../http/caller.js";
import { type KnownRead, reader, recordsOf } from "./support/known-records.js";

/** Somebody may change a record between two reads; not between every two. */
const looks = 3;

const sameTwice: Check = {
  id: "reads/same-twice",
  title: "Two reads with no change between them give the same representation.",
  requirements: ["CRM-WIR-008"],
  writes: false,
  async run(kit) {
    const caller = reader(kit);
    const general: KnownRead[] = [{ operation: "getCapabilities", path: {} }];
    for (const { operation, path } of [...general, ...(await recordsOf(kit, caller))]) {
      let [first, second] = [await caller.call(operation, { path }), await caller.call(operation, { path })];
      for (let look = 1; look < looks && !isDeepStrictEqual(first.body, second.body); look++)
        [first, second] = [second, await caller.call(operation, { path })];
      expectSuccess<unknown>(second);
      expectThat(
        "CRM-WIR-008",
        isDeepStrictEqual(first.body, second.body),
        `${describeAnswer(second)} differs from the read before, ${looks} times in a row`,
        first,
        second,
      );
    }
  },
};

const headLikeGet: Check = {
  id: "reads/head",
  title: "HEAD answers as GET does, without the body.",
  requirements: ["CRM-WIR-007"],
  // HEAD changes nothing, yet `observe` promises nothing but GET.
  writes: true,
  async run(kit) {
    const caller = reader(kit);
    const general: KnownRead[] = [{ operation: "getCapabilities", path: {} }];
    for (const { operation, path } of [...general, ...(await recordsOf(kit, caller))]) {
      const get = await caller.call(operation, { path });
      const head = await caller.send({ method: "HEAD", target: pathOf(operation, path) });
      const isEmpty = head.exchange.response?.bytes.length === 0;
      expectThat("CRM-WIR-007", isEmpty, `${describeAnswer(head)} with a body`, head);
      expectThat(
        "CRM-WIR-007",
        head.status === get.status,
        `${describeAnswer(head)}; GET answers ${get.status}`,
        head,
        get,
      );
      for (const name of ["Content-Type", "ETag"]) {
        const [asked, got] = [head.headers.get(name), get.headers.get(name)];
        expectThat(
          "CRM-WIR-007",
          asked === got,
          `${describeAnswer(head)} with ${name} ${asked}; GET has ${got}`,
          head,
          get,
        );
      }
    }
  },
};

/** That reading is a steady affair. */
export const steadyReads: readonly Check[] = [sameTwice, headLikeGet];
