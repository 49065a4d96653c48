import { operations } from "@portico/contract";
import type { Check } from "../check.js";
import { operationIds, parametersOf } from "../document/operations.js";
import { bodySchemaOf, type JsonSchema, resolved, typesOf, wordsOf } from "../document/schema.js";
import { expectThat } from "../expect.js";
import { type Answer, describeAnswer, type RawRequest } from "../http/caller.js";
import type { Kit } from "../kit.js";
import { type BodyTarget, bodyTargets } from "./support/body-targets.js";
import { reader } from "./support/known-records.js";

/** Text that somebody may well type, and that programs take for something else. */
const hostileTexts: readonly string[] = [
  "' OR 1=1 --",
  "'; drop table customers; --",
  `"><script>alert(1)</script>`,
  "[",
  "(a+)+$",
  "\\",
  "%_*?",
  "{{7*7}} #{7*7} <%= 7*7 %>",
  "../../etc/passwd",
  "\u202e\u200d\u200f\ufeff",
  "👩‍🚒𠮷\u{10ffff}",
  "\r\nSet-Cookie: a=b",
  "__proto__",
  "constructor",
  "null",
  "-1e400",
];

/** Sends something nobody should; whatever the answer is, there is one and it is not the server's failure. */
function expectSteady(answer: Answer): void {
  const isSteady = answer.status > 0 && (answer.status < 500 || answer.status === 501);
  expectThat("CRM-ERR-010", isSteady, `${describeAnswer(answer)}; expected an answer below 500`, answer);
}

const reads = operationIds.filter((id) => operations[id].method === "GET" && id !== "streamChanges");

const addresses: Check = {
  id: "hostile/addresses",
  title: "No address, query or header of a read brings the backend down.",
  requirements: ["CRM-ERR-010"],
  writes: false,
  async run(kit) {
    for (const request of [...hostileQueries(kit), ...hostileTargets, ...hostileHeaders])
      expectSteady(await reader(kit).send(request));
  },
};

/** Every text in `q`, and some in every other parameter that takes text. */
function hostileQueries(kit: Kit): RawRequest[] {
  const parameters = reads
    .filter((id) => kit.supports(id) && !operations[id].path.includes("{"))
    .flatMap((id) => parametersOf(id, "query").map((parameter) => ({ id, ...parameter })))
    .filter(({ schema }) => isText(schema));
  return parameters.flatMap(({ id, name }, index) => {
    const some = [0, 5, 10].map((step) => hostileTexts[(index + step) % hostileTexts.length] ?? "");
    const texts = ["\0", ...(name === "q" ? hostileTexts : some)];
    return texts.map((text) => get(`${operations[id].path}?${name}=${encodeURIComponent(text)}`));
  });
}

function isText(given: JsonSchema): boolean {
  const schema = resolved(given);
  return schema.items ? isText(schema.items) : typesOf(schema).includes("string") && !schema.enum;
}

const get = (target: string, headers: Readonly<Record<string, string>> = {}): RawRequest => ({
  method: "GET",
  target,
  headers,
});

const hostileTargets: readonly RawRequest[] = [
  `/v1/customers?q=${"%E4%B8%AD".repeat(400)}`,
  "/v1/customers?q=%ED%A0%80",
  "/v1/customers?q=%zz&%",
  "/v1/customers?q=a&q=b&q[]=c",
  "/v1/customers?__proto__[x]=1&constructor=1",
  "/v1/customers?limit=1e400",
  "/v1/customers?limit=99999999999999999999",
  "/v1/customers?=&&=;",
  "/v1/service-requests?createdAfter=9999-12-31T23:59:60Z",
  "/v1/service-requests?createdAfter=0000-00-00T00:00:00Z",
  "/v1/service-requests?state=,,,&kind=%00",
  "/v1/changes?after=%00",
  "/v1/changes?after=-1",
  "/v1/changes?after=999999999999999999999999",
  "/v1/customers/%ff%fe",
  "/v1/customers/%00",
  "/v1/customers/%E0%A4%A",
  "/v1/code-lists/__proto__",
  "/v1/code-lists/constructor",
].map((target) => get(target));

const hostileHeaders: readonly RawRequest[] = [
  { "Accept-Language": `${"zh-Hans;q=0.".repeat(200)}9` },
  { "Accept-Language": "*;q=NaN, ../../etc" },
  { Accept: "application/xml;q=abc, */" },
  { "If-None-Match": `W/"${"a".repeat(900)}` },
  { "If-None-Match": '",,"*"' },
  { "Request-Id": "<script>'\"\\" },
  { "X-Forwarded-For": "' OR 1=1 --" },
  { Range: "bytes=9999999999999999999-" },
].map((headers) => get("/v1/capabilities", headers));

const bodies: Check = {
  id: "hostile/bodies",
  title: "No body and no name of a file brings the backend down.",
  requirements: ["CRM-ERR-010"],
  callers: ["customerA", "agent"],
  writes: true,
  async run(kit) {
    for (const [index, target] of (await bodyTargets(kit)).entries())
      for (const json of hostileJson(target, index)) expectSteady(await sendJson(target, json));
    if (!kit.supports("uploadAttachment")) return;
    for (const headers of hostileFiles) {
      const body = new TextEncoder().encode("样品 sample\n");
      expectSteady(await kit.as("customerA").call("uploadAttachment", { body, headers }));
    }
  },
};

const hostileFiles: readonly Readonly<Record<string, string>>[] = [
  { "Content-Type": "text/plain", "Content-Disposition": "attachment; filename*=UTF-8''%00%ff%zz" },
  { "Content-Type": "text/plain", "Content-Disposition": `attachment; filename="../../${"a".repeat(900)}"` },
  { "Content-Type": "text/plain", "Content-Disposition": "attachment; filename*=kit-no-charset''%E4%B8%AD" },
  { "Content-Type": "text/plain", "Content-Disposition": ';;="' },
  { "Content-Type": 'text/plain; charset="', "Content-Disposition": "attachment; filename=a.txt" },
  { "Content-Type": "///", "Content-Disposition": "attachment; filename=a.txt" },
];

/** Bodies as they are written: what no JSON library would write is among them. */
function hostileJson({ id, body }: BodyTarget, index: number): string[] {
  const schema = resolved(bodySchemaOf(id));
  const texts = Object.entries(schema.properties ?? {})
    .filter(
      ([, member]) => isText(member) && wordsOf(resolved(member)) === undefined && !resolved(member).format,
    )
    .filter(([name]) => !/[iI]ds?$/.test(name))
    .map(([name]) => name);
  const filled = (text: (place: number) => string) =>
    JSON.stringify({ ...body, ...Object.fromEntries(texts.map((name, place) => [name, text(place)])) });
  const sound = JSON.stringify(body).slice(1, -1);
  return [
    filled((place) => hostileTexts[(index * 5 + place) % hostileTexts.length] ?? ""),
    filled(() => "a\0b"),
    // Half of a surrogate pair, escaped: valid JSON that is no valid text.
    filled(() => "HALF").replaceAll("HALF", "a\\ud800b"),
    "null",
    "[]",
    '"text"',
    "[".repeat(20_000) + "]".repeat(20_000),
    `{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},${sound}}`,
    `{"customFields":{"__proto__":"a","n":1e400,"d":${'{"a":'.repeat(500)}1${"}".repeat(500)}},${sound}}`,
    `{${Array.from({ length: 2000 }, (_, member) => `"m${member}":${member}`).join()}}`,
  ];
}

function sendJson({ id, caller, path, ifMatch }: BodyTarget, json: string): Promise<Answer> {
  const body = new TextEncoder().encode(json);
  return caller.call(id, { path, body, ...(ifMatch === undefined ? {} : { ifMatch }) } as object);
}

/** That nothing that is sent brings the backend down. */
export const hostileInput: readonly Check[] = [addresses, bodies];
