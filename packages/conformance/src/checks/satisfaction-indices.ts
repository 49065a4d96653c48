import type { IndexPoint, SatisfactionIndex } from "@portico/contract";
import type { Check } from "../check.js";
import { expectEqual, expectProblem, expectSuccess, expectThat } from "../expect.js";
import type { CallerName } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { walk } from "../lists.js";
import { listOf } from "./support/values.js";

const operations = ["listSatisfactionIndices", "getSatisfactionIndex"] as const;

export const satisfactionIndices: readonly Check[] = [
  {
    id: "satisfaction-indices/samples",
    title: "An index without an answer has no value, and one of too few answers is not called reliable.",
    requirements: ["CRM-VO-007"],
    operations,
    writes: false,
    async run(kit) {
      for (const index of await allIndices(kit)) {
        const { code, value, sampleSize, minimumSample, reliable } = index;
        if (sampleSize === 0)
          expectEqual("CRM-VO-007", value, null, `the value of ${code}, without an answer`);
        const few = `${sampleSize} answers of ${minimumSample}`;
        if (sampleSize < minimumSample)
          expectEqual("CRM-VO-007", reliable, false, `\`reliable\` of ${code}, with ${few}`);
      }
    },
  },
  {
    id: "satisfaction-indices/intervals",
    title: "The interval of an index, and of each of its periods, holds the value and lies on the scale.",
    requirements: ["CRM-VO-008"],
    operations,
    writes: false,
    async run(kit) {
      let tried = 0;
      for (const { id, code, scale } of await allIndices(kit)) {
        const read = await kit.as(staffOrGuest(kit)).call("getSatisfactionIndex", { path: { id } });
        const { value, interval = null, series } = expectSuccess(read);
        const now = { value, interval };
        for (const point of [now, ...listOf(series)]) {
          if (typeof point?.value !== "number") continue;
          tried += 1;
          const low = point.interval?.low ?? point.value;
          const high = point.interval?.high ?? point.value;
          const steps = [scale?.minimum, low, point.value, high, scale?.maximum];
          const seen = steps.join(" ≤ ");
          expectThat("CRM-VO-008", isRising(steps), `${code} breaks ${seen} (scale, interval, value)`, read);
        }
      }
      if (tried === 0) kit.notTestable("no index has a value yet; let it be answered");
    },
  },
  {
    id: "satisfaction-indices/visible",
    title: "A guest and a customer list and read no index that is neither public nor the customer's own.",
    requirements: ["CRM-VO-009"],
    operations,
    callers: ["agent"],
    writes: false,
    async run(kit) {
      const names = (["guest", "customerA", "customerB"] as const).filter(
        (name) => name === "guest" || kit.session.tokens[name] !== undefined,
      );
      const all = await allIndices(kit);
      for (const name of names) {
        const listed = (await indicesOf(kit, name)).map(({ id }) => id);
        for (const { id, code } of all.filter((index) => !index.public && !isOwn(kit, name, index))) {
          expectThat("CRM-VO-009", !listed.includes(id), `${name} is listed ${code}, which is not public`);
          const read = await kit.as(name).call("getSatisfactionIndex", { path: { id } });
          expectProblem(read, "CRM-VO-009", "not-found");
        }
      }
    },
  },
  {
    id: "satisfaction-indices/series",
    title: "Only the single read of an index carries its series, oldest period first.",
    requirements: ["CRM-VO-010"],
    operations,
    writes: false,
    async run(kit) {
      for (const listed of await allIndices(kit)) {
        const { id, code } = listed;
        expectThat("CRM-VO-010", !("series" in listed), `the list carries the series of ${code}`);
        const read = await kit.as(staffOrGuest(kit)).call("getSatisfactionIndex", { path: { id } });
        const { series } = expectSuccess(read);
        expectThat("CRM-VO-010", Array.isArray(series), `the single read of ${code} has no series`, read);
        const days = series.map(({ from }: IndexPoint) => Date.parse(from));
        expectThat("CRM-VO-010", isRising(days), `the series of ${code} is not oldest first`, read);
      }
    },
  },
];

const mostIndices = 12;

/** The one who sees most of those there are tokens for. */
const staffOrGuest = (kit: Kit): CallerName => (kit.session.tokens.agent === undefined ? "guest" : "agent");

async function allIndices(kit: Kit): Promise<SatisfactionIndex[]> {
  const found = await indicesOf(kit, staffOrGuest(kit));
  if (found.length === 0) kit.notTestable("the backend has no satisfaction index; set one up");
  return found.slice(0, mostIndices);
}

async function indicesOf(kit: Kit, name: CallerName): Promise<SatisfactionIndex[]> {
  return (await walk(kit.as(name), "listSatisfactionIndices")).rows;
}

const isOwn = (kit: Kit, name: CallerName, { customerId }: SatisfactionIndex): boolean =>
  name !== "guest" && customerId !== undefined && customerId === kit.as(name).customerId;

/** Figures are rounded, and so may differ a little from what they are made of. */
const rounding = 0.1;

const isRising = (values: readonly (number | undefined)[]): boolean =>
  values.every((value, at) => {
    const before = values[at - 1];
    return at === 0 || (value !== undefined && before !== undefined && before <= value + rounding);
  });
