import type { Check } from "../check.js";
import { expectSuccess, expectThat } from "../expect.js";
import type { Answer, Caller } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { type ListOperation, walk } from "../lists.js";
import { declaresFilter, keyOf, listQuery, maxLimitOf, sortsOf } from "./support/document-lists.js";
import { reader } from "./support/known-records.js";
import { type FilterRule, filterRules, type Row, searchedText } from "./support/list-filters.js";
import { listOf } from "./support/values.js";

/** More than this of a list is not read: what the first pages show is compared with the first pages. */
const maxPages = 3;

type Query = Readonly<Record<string, string>>;

/** A list with what it shows when nothing is filtered. */
interface Shown {
  readonly kit: Kit;
  readonly caller: Caller;
  readonly list: ListOperation;
  readonly rows: readonly Row[];
  readonly rules: readonly (readonly [name: string, rule: FilterRule])[];
}

const lists = Object.keys(filterRules) as ListOperation[];

const onRowsThere: Check = {
  id: "filters/every-declared-filter",
  title: "Every declared filter keeps what matches and leaves out the rest.",
  requirements: ["CRM-CAP-008"],
  writes: false,
  async run(kit) {
    let tried = 0;
    for (const list of lists.filter((id) => kit.supports(id))) tried += Number(await tryFilters(kit, list));
    if (tried === 0) kit.notTestable("no list shows any rows; put some in place");
  },
};

const onNewRows: Check = {
  id: "filters/of-new-rows",
  title: "Filters find what was just made, by what was just done to it.",
  requirements: ["CRM-CAP-008"],
  operations: ["createServiceRequest"],
  callers: ["customerA", "agent"],
  writes: true,
  async run(kit) {
    await makeRequests(kit);
    await makeRecordsOfTwo(kit);
    for (const list of lists.filter((id) => kit.supports(id))) await tryFilters(kit, list);
  },
};

/** Requests that differ in kind, state, handler and urges. */
async function makeRequests(kit: Kit): Promise<void> {
  const customer = kit.as("customerA");
  const agent = kit.as("agent");
  const kinds = (await kit.make.kindsOf(customer)).filter(({ code }) => code !== "misconduct");
  for (const kind of kinds.slice(0, 2)) await kit.make.request(customer, kit.make.inputOfKind(kind, false));
  const { id, allowedActions } = await kit.make.request(customer);
  const path = { id };
  if (kit.supports("urgeServiceRequest") && listOf(allowedActions).includes("urge"))
    await customer.call("urgeServiceRequest", { path, body: { reason: `${kit.tag} 样品` } });
  const handlerId = agent.me.id;
  if (kit.supports("assignServiceRequest") && handlerId !== undefined)
    await agent.call("assignServiceRequest", { path, body: { handlerId } });
  const [goal] = listOf(expectSuccess(await agent.call("getServiceRequest", { path })).allowedTransitions);
  if (kit.supports("transitionServiceRequest") && goal !== undefined) await kit.make.move({ id }, goal);
}

/** Two customers of two kinds, with a contact each and interactions through two channels. */
async function makeRecordsOfTwo(kit: Kit): Promise<void> {
  if (!kit.supports("createCustomer")) return;
  const [first = "phone", second = first] = kit.capabilities.channels;
  for (const [kind, channel] of [
    ["organization", first],
    ["person", second],
  ] as const) {
    const { id } = await kit.make.customer({ kind });
    if (kit.supports("createContact")) await kit.make.contact(id);
    if (kit.supports("createInteraction")) await kit.make.interaction(id, { channel });
  }
}

/** Tries every declared filter of a list alone, those that take several values with two, and all of them together.
 * Returns whether there were rows to try them on. */
async function tryFilters(kit: Kit, list: ListOperation): Promise<boolean> {
  const caller = reader(kit);
  const rules = Object.entries(filterRules[list] ?? {}).filter(([name]) => declaresFilter(kit, list, name));
  const { rows } = await read(kit, caller, list, {});
  if (rows.length === 0) return false;
  const shown: Shown = { kit, caller, list, rows, rules };
  for (const [name, rule] of rules) {
    const values = tellingValues(rows, rule);
    for (const value of values) await tryQuery(shown, { [name]: value });
    if (rule.takesSeveral && values.length > 1) await tryQuery(shown, { [name]: values.join(",") });
  }
  await tryTogether(shown);
  if (declaresFilter(kit, list, "q")) await trySearch(shown);
  return true;
}

/** All filters that fit one row, and then again with one of them that does not. */
async function tryTogether(shown: Shown): Promise<void> {
  const { rows, rules } = shown;
  const sure = rules.filter(
    ([name, { mayMatchOtherwise }]) => !mayMatchOtherwise && !name.startsWith("created"),
  );
  const [row] = [...rows].sort((a, b) => valued(b, sure) - valued(a, sure));
  if (row === undefined) return;
  const fitting = Object.fromEntries(
    sure.flatMap(([name, rule]) => {
      const value = rule.valueOf(row);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  if (Object.keys(fitting).length < 2) return;
  await tryQuery(shown, fitting);
  for (const [name, rule] of sure) {
    const other = rows
      .map((each) => rule.valueOf(each))
      .find((value) => value !== undefined && !rule.matches(row, value));
    if (other !== undefined && name in fitting) await tryQuery(shown, { ...fitting, [name]: other });
  }
}

const valued = (row: Row, rules: Shown["rules"]): number =>
  rules.filter(([, rule]) => rule.valueOf(row) !== undefined).length;

/** Compares what a query shows with what the rows say of themselves. A row that changed meanwhile is looked at twice. */
async function tryQuery(shown: Shown, query: Query, isSecondLook = false): Promise<void> {
  const { kit, caller, list, rules } = shown;
  const { rows, last } = await read(kit, caller, list, query);
  const matches = (row: Row) =>
    rules.every(([name, rule]) => {
      const value = query[name];
      if (value === undefined) return true;
      const values = rule.takesSeveral ? value.split(",") : [value];
      return values.some((each) => rule.matches(row, each));
    });
  const isSure = !rules.some(([name, { mayMatchOtherwise }]) => name in query && mayMatchOtherwise);
  const foreign = isSure ? rows.find((row) => !matches(row)) : undefined;
  const ids = new Set(rows.map(idOf));
  const lost = shown.rows.find((row) => matches(row) && !ids.has(idOf(row)));
  if ((foreign || lost) && !isSecondLook)
    return tryQuery({ ...shown, rows: (await read(kit, caller, list, {})).rows }, query, true);
  const asked = `${list} with ${Object.entries(query)
    .map((pair) => pair.join("="))
    .join("&")}`;
  expectThat("CRM-CAP-008", !foreign, `${asked} shows ${idOf(foreign)}, which does not match`, last);
  expectThat("CRM-CAP-008", !lost, `${asked} does not show ${idOf(lost)}, which matches`, last);
}

/** Up to two values that some rows have and others have not; else one that all have. */
function tellingValues(rows: readonly Row[], rule: FilterRule): string[] {
  const values = [...new Set(rows.flatMap((row) => rule.valueOf(row) ?? []))];
  const telling = values.filter((value) => rows.some((row) => !rule.matches(row, value)));
  if (telling.length === 0) return values.slice(0, 1);
  const middle = Math.floor(telling.length / 2);
  return telling.filter((_, index) => index === 0 || index === middle);
}

/** Words of a row find it, and a word that is nowhere finds nothing. */
async function trySearch({ kit, caller, list, rows }: Shown): Promise<void> {
  const textMember = searchedText[list] ?? "";
  const row = rows.find((each) => wordIn(each[textMember]) !== undefined);
  const word = wordIn(row?.[textMember]);
  if (row && word !== undefined) {
    const found = await read(kit, caller, list, { q: word });
    // Of many that are found the row may come late.
    const isThere = found.rows.some((each) => idOf(each) === idOf(row)) || !found.complete;
    expectThat(
      "CRM-CAP-008",
      isThere,
      `${list} with q=${word} does not show ${idOf(row)}, whose ${textMember} holds it`,
      found.last,
    );
  }
  const nowhere = await read(kit, caller, list, { q: `kit${kit.unknownId().replaceAll("-", "")}` });
  expectThat(
    "CRM-CAP-008",
    nowhere.rows.length === 0,
    `${list} shows rows for a word that is nowhere`,
    nowhere.last,
  );
}

/** The longest word of a text, if it is long enough to look for. */
function wordIn(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const words = text.match(/[\p{L}\p{N}]{2,60}/gu) ?? [];
  return [...words].sort((a, b) => b.length - a.length)[0];
}

async function read(
  kit: Kit,
  caller: Caller,
  list: ListOperation,
  query: Query,
): Promise<{ rows: Row[]; complete: boolean; last: Answer }> {
  const [sort] = ["-createdAt", "-occurredAt", "-updatedAt"].filter((each) =>
    sortsOf(kit, list).includes(each),
  );
  const whole = { limit: maxLimitOf(kit, list), ...(sort === undefined ? {} : { sort }), ...query };
  const { rows, pages, complete } = await walk(caller, list, { query: listQuery(whole), maxPages });
  const last = pages.at(-1);
  if (last === undefined) throw new Error("A walk without a page.");
  return { rows: rows as unknown as Row[], complete, last };
}

const idOf = (row: Row | undefined): string => keyOf(row as never);

/** Whether declared filters filter. */
export const declaredFilters: readonly Check[] = [onRowsThere, onNewRows];
