// A whole backend of the contract in one file: everything the core profile can read, and nothing it cannot keep.
//
//   node server.js      PORT (4320), DATA (data.json beside this file), ORIGINS (of the portals, with commas),
//                       TOKEN_A, TOKEN_B, TOKEN_AGENT (otherwise made at the first start and printed once)
//
// Read it from top to bottom: storage, principals, visibility, views, lists, problems, operations, HTTP, sample data.
import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

// ---------------------------------------------------------------------------------------------------- storage

const file = process.env.DATA ?? fileURLToPath(new URL("data.json", import.meta.url));
const db = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : sampleData();

/** Writes beside the file and moves it there whole, so that a crash leaves the old data or the new. */
function save() {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(db, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(unfinished, file);
}

// ------------------------------------------------------------------------------------------------- principals

const hashOf = (token) => createHash("sha256").update(token).digest();

// Only hashes are kept: whoever reads the file cannot sign in with what they find.
for (const account of db.accounts) {
  const given = process.env[account.variable];
  if (!given && account.tokenHash) continue;
  const token = given || randomBytes(24).toString("base64url");
  account.tokenHash = hashOf(token).toString("hex");
  if (!given) console.log(`${account.variable}=${token}`);
}
save();

const guest = { principal: "guest" };

/** Who calls. No token makes a guest; a wrong one is refused rather than taken for a guest's. */
function authenticate(authorization) {
  if (authorization === undefined) return guest;
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
  const hash = hashOf(token ?? "");
  // Hashes have one length, and comparing them takes the same time wherever they differ.
  const account = db.accounts.find(({ tokenHash }) => timingSafeEqual(Buffer.from(tokenHash, "hex"), hash));
  if (!account) throw new Problem("unauthenticated", { detail: "The token is not valid." });
  return account;
}

const isStaff = ({ principal }) => principal === "agent";

// ------------------------------------------------------------------------------------------------- visibility

// One rule for each resource, used by its list, its total and its single read alike: that is how nothing leaks.
const maySee = {
  customers: (caller, row) => isStaff(caller) || row.id === caller.customerId,
  contacts: (caller, row) => isStaff(caller) || row.customerId === caller.customerId,
  interactions: (caller, row) =>
    isStaff(caller) || (row.customerId === caller.customerId && row.visibility === "public"),
  // The desk may be the one a report of misconduct is about, so no agent learns that there is one.
  serviceRequests: (caller, row) =>
    isStaff(caller) ? row.kind !== "misconduct" : row.customerId === caller.customerId,
  entries: (caller, row) => isStaff(caller) || row.visibility === "public",
  codeLists: () => true,
};

/** The row, if the caller may see it. What they may not see is answered like what does not exist. */
function find(resource, id, caller) {
  const row = db[resource].find((candidate) => candidate.id === id);
  if (!row || !maySee[resource](caller, row)) throw new Problem("not-found");
  return row;
}

// ------------------------------------------------------------------------------------------------------ views

// A row as one caller gets it. What is unknown, or not for this caller, is absent.
const views = {
  customers({ segment, contactPoints, ...row }, caller) {
    const forStaff = isStaff(caller) ? { segment } : {};
    return { ...row, ...forStaff, contactPoints: contactPoints.map(masked) };
  },
  contacts: ({ contactPoints, ...row }) => ({ ...row, contactPoints: contactPoints.map(masked) }),
  interactions: (row) => row,
  serviceRequests({ customerId, status, urgedCount, promises, ...row }) {
    const customer = db.customers.find(({ id }) => id === customerId);
    // Computed when it is asked for: a mark that is stored would be wrong from the moment the promise falls due.
    const [dueAt] = promises
      .filter(({ metAt }) => metAt === null)
      .map((promise) => promise.dueAt)
      .sort();
    const overdue = dueAt !== undefined && dueAt < new Date().toISOString();
    return {
      ...row,
      status: { code: status, labels: labelsOf("requestStatuses", status) },
      customer: customer ? { id: customer.id, displayName: customer.displayName, kind: customer.kind } : null,
      marks: { overdue, urgedCount, supervised: false, escalated: false, reopenedCount: 0 },
      promises,
      dueAt,
      // There are no writes, so nothing may be offered.
      allowedTransitions: [],
      allowedActions: [],
      attachments: [],
    };
  },
  entries: (row) => ({ ...row, attachments: [] }),
  codeLists: ({ id, ...row }) => ({ name: id, ...row }),
};

const labelsOf = (list, code) =>
  db.codeLists.find(({ id }) => id === list).items.find((item) => item.code === code).labels;

/** Enough to recognise one's own, too little to use another's: `138****5678`, `w***@example.com`. */
function masked({ value, ...point }) {
  const at = value.lastIndexOf("@");
  const ends = value.length > 9 ? `${value.slice(0, 3)}****${value.slice(-4)}` : "****";
  return { ...point, value: at > 0 ? `${value[0]}***${value.slice(at)}` : ends, masked: true };
}

// ------------------------------------------------------------------------------------------------------ lists

const text = (longest, shortest = 1) => ({
  code: "format",
  expects: `${shortest} to ${longest} characters`,
  test: (value) => value.length >= shortest && value.length <= longest,
});
const oneOf = (...words) => ({
  code: "enum",
  expects: `one of ${words.join(", ")}`,
  test: (value) => words.includes(value),
});
const anyOf = (rule) => ({ ...rule, isList: true });
const identifier = text(64);
const word = text(60);

const states = "acknowledged inProgress pending held resolved closed rejected cancelled".split(" ");

// What each list takes: filters, which bear the name of a row's member, and orders, the default first.
const lists = {
  customers: {
    filters: { kind: word, status: word, industry: word },
    sorts: ["displayName", "-displayName", "-updatedAt", "updatedAt", "-createdAt", "createdAt"],
  },
  contacts: { filters: { customerId: identifier }, sorts: ["name", "-name", "-updatedAt", "updatedAt"] },
  interactions: { filters: { customerId: identifier, channel: word }, sorts: ["-occurredAt", "occurredAt"] },
  serviceRequests: {
    filters: { customerId: identifier, state: anyOf(oneOf(...states)), kind: anyOf(word), channel: word },
    sorts: ["-updatedAt", "updatedAt", "-createdAt", "createdAt"],
  },
  entries: { filters: {}, sorts: ["createdAt", "-createdAt"] },
  codeLists: { filters: {}, sorts: ["id"], isPlain: true },
};

const maxLimit = 100;
const paging = {
  limit: { code: "format", expects: `1 to ${maxLimit}`, test: (value) => /^([1-9]\d?|100)$/.test(value) },
  cursor: text(1000, 0),
};

function parametersOf(resource) {
  const { filters, sorts, isPlain } = lists[resource];
  const more = isPlain ? {} : { total: oneOf("true", "false"), sort: oneOf(...sorts) };
  return { ...paging, ...more, ...filters };
}

/** One page of what the caller may see. */
function list(resource, { caller, path, given }, rows = db[resource]) {
  const { filters, sorts } = lists[resource];
  const { limit = "25", cursor, total, sort = sorts[0] } = given;
  const wanted = Object.keys(filters).filter((name) => name in given);
  const matches = (row) => wanted.every((name) => [given[name]].flat().includes(row[name]));

  const member = sort.replace("-", "");
  const direction = sort.startsWith("-") ? -1 : 1;
  // The id settles ties: without it, rows of one instant could change places between two pages.
  const compare = (a, b) => direction * (order(a[member], b[member]) || order(a.id, b.id));
  const all = rows.filter((row) => maySee[resource](caller, row) && matches(row)).sort(compare);

  // A cursor names the last row that was seen, not a count of rows: one that is added or removed moves nothing.
  const boundTo = JSON.stringify([path, caller.id, sort, wanted.map((name) => [name, given[name]])]);
  const last = cursor === undefined ? undefined : openCursor(cursor, boundTo);
  const rest = last ? all.filter((row) => compare(row, { [member]: last[0], id: last[1] }) > 0) : all;
  const shown = rest.slice(0, Number(limit));
  const turn = rest.length > shown.length ? shown.at(-1) : undefined;
  const nextCursor = turn ? sealCursor([turn[member], turn.id], boundTo) : null;

  return {
    data: shown.map((row) => views[resource](row, caller)),
    page: total === "true" ? { nextCursor, total: all.length } : { nextCursor },
  };
}

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The parameters' values by their rules. All faults are told at once; what is not declared is one of them. */
function read(parameters, rules) {
  const values = {};
  const errors = [];
  for (const name of new Set(parameters.keys())) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const given = parameters.getAll(name).flatMap((value) => (rule?.isList ? value.split(",") : [value]));
    values[name] = rule?.isList ? given : given[0];
    if (!rule) errors.push({ parameter: name, code: "unknown-member", message: "It is not taken here." });
    else if (!rule.isList && given.length > 1)
      errors.push({ parameter: name, code: "too-many", message: "It is given more than once." });
    else if (!given.every(rule.test))
      errors.push({ parameter: name, code: rule.code, message: `It must be ${rule.expects}.` });
  }
  if (errors.length > 0) throw new Problem("invalid-parameter", { errors });
  return values;
}

const sealOf = (place, boundTo) =>
  createHmac("sha256", db.cursorSecret).update(`${place}\n${boundTo}`).digest("base64url");

/** A cursor is good for this address, caller, filter and order alone; the seal says so without anything being kept. */
function sealCursor(position, boundTo) {
  const place = Buffer.from(JSON.stringify(position)).toString("base64url");
  return `${place}.${sealOf(place, boundTo)}`;
}

function openCursor(cursor, boundTo) {
  const [place, seal] = cursor.split(".");
  if (seal === sealOf(place, boundTo)) return JSON.parse(Buffer.from(place, "base64url"));
  const message = "It does not belong to this list, filter and sort.";
  throw new Problem("invalid-cursor", { errors: [{ parameter: "cursor", code: "format", message }] });
}

// --------------------------------------------------------------------------------------------------- problems

// The part of the contract's catalogue that a backend without writes needs: status, title.
const problems = {
  "invalid-parameter": [400, "A parameter is not valid"],
  "invalid-cursor": [400, "The cursor is not valid"],
  unauthenticated: [401, "Nobody is signed in"],
  "not-found": [404, "There is nothing here for the caller"],
  "route-not-found": [404, "There is no such address"],
  "method-not-allowed": [405, "The address does not take this method"],
  internal: [500, "The server failed"],
  unsupported: [501, "This backend cannot do this"],
};

class Problem extends Error {
  constructor(code, { headers = {}, ...members } = {}) {
    super(code);
    Object.assign(this, { code, headers, members });
  }
}

function problemAnswer(error, requestId) {
  const isForeseen = error instanceof Problem;
  // What was not foreseen may hold anything: it goes to the log, never to the caller.
  if (!isForeseen) console.error(requestId, error);
  const { code, headers, members } = isForeseen ? error : new Problem("internal");
  const [status, title] = problems[code];
  const type = `urn:portico:problem:${code}`;
  const body = { type, title, status, code, ...members, requestId, retryable: code === "internal" };
  const problemHeaders = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
  const challenge = code === "unauthenticated" ? { "WWW-Authenticate": "Bearer" } : {};
  return { status, headers: { ...problemHeaders, ...challenge, ...headers }, body };
}

// ------------------------------------------------------------------------------------------------- operations

const page = (path, resource) => ({
  path,
  resource,
  takes: parametersOf(resource),
  run: (call) => list(resource, call),
});

const single = (path, resource, takes = { id: identifier }) => ({
  path,
  takes,
  isValidated: true,
  run: ({ caller, given }) => views[resource](find(resource, given.id ?? given.name, caller), caller),
});

// What this backend does. `isOpen` is for guests too; `isValidated` answers carry an ETag. The document says which.
const implemented = {
  getCapabilities: { path: "/v1/capabilities", isOpen: true, isValidated: true, run: capabilities },
  getMe: { path: "/v1/me", isOpen: true, run: me },
  listCustomers: page("/v1/customers", "customers"),
  getCustomer: single("/v1/customers/{id}", "customers"),
  listContacts: page("/v1/contacts", "contacts"),
  getContact: single("/v1/contacts/{id}", "contacts"),
  listInteractions: page("/v1/interactions", "interactions"),
  getInteraction: single("/v1/interactions/{id}", "interactions"),
  listServiceRequests: page("/v1/service-requests", "serviceRequests"),
  getServiceRequest: single("/v1/service-requests/{id}", "serviceRequests"),
  listEntries: {
    path: "/v1/service-requests/{id}/entries",
    takes: { ...parametersOf("entries"), id: identifier },
    run: entriesOfRequest,
  },
  listCodeLists: { ...page("/v1/code-lists", "codeLists"), isOpen: true },
  getCodeList: { ...single("/v1/code-lists/{name}", "codeLists", { name: word }), isOpen: true },
};

function me({ caller: { principal, id, displayName, customerId } }) {
  return { principal, id, displayName, customerId, scopes: [] };
}

function entriesOfRequest(call) {
  const request = find("serviceRequests", call.given.id, call.caller);
  const rows = db.entries.filter(({ serviceRequestId }) => serviceRequestId === request.id);
  return list("entries", call, rows);
}

/** What this backend can do, told from the tables above, so that it cannot claim what it does not do. */
function capabilities() {
  const resources = {};
  for (const [operationId, { path, resource }] of Object.entries(implemented)) {
    const name = path.split("/")[2].replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
    resources[name] ??= { operations: [] };
    resources[name].operations.push(operationId);
    if (!resource) continue;
    const { filters, sorts, isPlain } = lists[resource];
    Object.assign(resources[name], { filters: Object.keys(filters), sorts: isPlain ? [] : sorts, maxLimit });
  }
  return {
    contractVersion: "0.1.0",
    name: "Minimal backend",
    profiles: [{ id: "core", level: "read" }],
    resources,
    requestKinds: [],
    channels: ["web", "phone", "email"],
    attachments: { maxCount: 0, maxBytes: 0, mediaTypes: [] },
    changes: { poll: false, stream: false, retentionHours: 0 },
    locales: ["en", "zh-Hans"],
  };
}

// The rest of the contract: known addresses, so that a caller is told "unsupported" and not "no such address".
const forAll = (path, ...methods) => methods.map((method) => ({ method, path, isOpen: true }));
const forSignedIn = (path, ...methods) => methods.map((method) => ({ method, path }));
const unsupported = [
  forAll("/v1/service-requests", "POST"),
  forAll("/v1/attachments", "POST"),
  forAll("/v1/changes", "GET"),
  forAll("/v1/changes/stream", "GET"),
  forAll("/v1/satisfaction-indices", "GET"),
  forAll("/v1/satisfaction-indices/{id}", "GET"),
  forSignedIn("/v1/customers", "POST"),
  forSignedIn("/v1/customers/{id}", "PATCH"),
  forSignedIn("/v1/customers/{id}/summary", "GET"),
  forSignedIn("/v1/customers/{id}/contact-points/{contactPointId}/reveal", "POST"),
  forSignedIn("/v1/customers/{id}/assessments", "GET", "POST"),
  forSignedIn("/v1/customers/{id}/account-team", "GET", "POST"),
  forSignedIn("/v1/customers/{id}/account-team/{memberId}", "GET", "DELETE"),
  forSignedIn("/v1/contacts", "POST"),
  forSignedIn("/v1/contacts/{id}", "PATCH", "DELETE"),
  forSignedIn("/v1/interactions", "POST"),
  forSignedIn("/v1/service-requests/{id}", "PATCH"),
  forSignedIn("/v1/service-requests/{id}/transitions", "POST"),
  forSignedIn("/v1/service-requests/{id}/urges", "POST"),
  forSignedIn("/v1/service-requests/{id}/assignments", "POST"),
  forSignedIn("/v1/service-requests/{id}/entries", "POST"),
  forSignedIn("/v1/attachments/{id}", "GET", "DELETE"),
  forSignedIn("/v1/attachments/{id}/content", "GET"),
  forSignedIn("/v1/ratings", "GET", "POST"),
  forSignedIn("/v1/ratings/{id}", "GET"),
].flat();

const operations = [...Object.values(implemented), ...unsupported].map((operation) => ({
  ...{ method: "GET", takes: {}, ...operation },
  pattern: new RegExp(`^${operation.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

// ------------------------------------------------------------------------------------------------------- HTTP

/** The way of every request: is there such an operation, who calls, can it be done, is it well-formed, do it. */
function answer({ method, url, headers }) {
  const [path] = url.split("?", 1);
  const here = operations.filter(({ pattern }) => pattern.test(path));
  if (here.length === 0) throw new Problem("route-not-found");
  const methods = here.map((operation) => operation.method).join(", ");
  const allow = { Allow: methods.replace("GET", "GET, HEAD") };
  if (method === "OPTIONS") return { status: 204, headers: allow };
  const operation = here.find((candidate) => candidate.method === (method === "HEAD" ? "GET" : method));
  if (!operation) throw new Problem("method-not-allowed", { headers: allow });

  const caller = authenticate(headers.authorization);
  if (caller === guest && !operation.isOpen) throw new Problem("unauthenticated");
  if (!operation.run) throw new Problem("unsupported");

  const parameters = new URLSearchParams(url.slice(path.length));
  const { groups = {} } = operation.pattern.exec(path);
  for (const [name, value] of Object.entries(groups)) parameters.append(name, value);
  const body = operation.run({ caller, path, given: read(parameters, operation.takes) });
  return operation.isValidated ? validated(body, headers["if-none-match"] ?? "") : ok(body);
}

// `no-cache` lets a browser keep an answer, but makes it ask each time whether it is still good.
const answerHeaders = { "Content-Type": "application/json", "Cache-Control": "private, no-cache" };

const ok = (body) => ({ status: 200, headers: answerHeaders, body });

/** The answer with its validator, or 304 when the caller holds it. A hash of what is sent makes the tag strong. */
function validated(body, ifNoneMatch) {
  const etag = `"${hashOf(JSON.stringify(body)).toString("base64url")}"`;
  const held = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  const headers = { ...answerHeaders, ETag: etag };
  const isHeld = held.includes(etag) || held.includes("*");
  return isHeld ? { status: 304, headers } : { status: 200, headers, body };
}

const origins = (process.env.ORIGINS ?? "").split(",").map((origin) => origin.trim());

/** What lets the pages of the portals that are named, and no others, read the answers. */
function crossOrigin(origin) {
  if (!origin || !(origins.includes(origin) || origins.includes("*"))) return { Vary: "Origin" };
  return {
    Vary: "Origin",
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Methods": "GET, POST, PATCH, DELETE",
    "Access-Control-Allow-Headers":
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Accept-Language, Request-Id",
    "Access-Control-Expose-Headers": "ETag, Request-Id, Retry-After",
  };
}

const server = createServer((request, response) => {
  const given = request.headers["request-id"] ?? "";
  const requestId = /^[\w.:-]{8,128}$/.test(given) ? given : randomUUID();
  let result;
  try {
    result = answer(request);
  } catch (error) {
    result = problemAnswer(error, requestId);
  }
  const { status, headers, body } = result;
  const common = { "Request-Id": requestId, "X-Content-Type-Options": "nosniff" };
  response.statusCode = status;
  const all = { ...common, ...crossOrigin(request.headers.origin), ...headers };
  response.setHeaders(new Map(Object.entries(all)));
  response.end(body && JSON.stringify(body));
});

server.listen(Number(process.env.PORT ?? 4320), () => {
  console.log(`Listening on http://localhost:${server.address().port}, data in ${file}`);
});
process.once("SIGTERM", () => server.close());

// ------------------------------------------------------------------------------------------------ sample data

/** Three customers and what they asked for. Delete the data file to get them anew. */
function sampleData() {
  const now = Date.now();
  const ago = (days) => new Date(now - days * 86_400_000).toISOString();
  // Nothing can be learnt from an id, nor the next one guessed.
  const row = (members) => ({ id: randomUUID(), ...members });

  // This backend's own words, beside the closed set of states: what a CRM calls them is its own affair.
  const ownWords = {
    acknowledged: ["received", "Received", "已受理"],
    inProgress: ["inHand", "In hand", "处理中"],
    pending: ["waitingForYou", "Waiting for you", "待您补充"],
    held: ["waitingForPart", "Waiting for a part", "待备件到货"],
    resolved: ["answered", "Answered", "已答复"],
    closed: ["filed", "Filed", "已归档"],
    rejected: ["refused", "Refused", "不予受理"],
    cancelled: ["withdrawn", "Withdrawn", "已撤销"],
  };
  const kinds = [
    ["enquiry", "Enquiry", "咨询"],
    ["complaint", "Complaint", "投诉"],
    ["fault", "Fault report", "故障报修"],
    ["application", "Application", "业务申请"],
    ["misconduct", "Report of misconduct", "举报"],
    ["suggestion", "Suggestion", "建议"],
    ["praise", "Praise", "表扬"],
  ];
  const words = (list) =>
    list.map(([code, en, zh, parent]) => ({ code, labels: { en, "zh-Hans": zh }, parent }));
  const codeLists = [
    { id: "requestStatuses", items: Object.entries(ownWords).map(([state, word]) => [...word, state]) },
    { id: "requestKinds", items: kinds },
  ].map(({ id, items }) => ({ id, version: "1", items: words(items) }));

  const customers = [
    ["C-1001", "person", "王秀兰", "zh-Hans", "residential", "mobile", "13800135678"],
    ["C-1002", "organization", "Harbour Bakery Ltd", "en", "commercial", "email", "office@bakery.example"],
    ["C-1003", "organization", "江南精密机械有限公司", "zh-Hans", "industrial", "phone", "02155550199"],
  ].map(([number, kind, displayName, language, segment, type, value], index) => {
    const contactPoints = [row({ type, value, primary: true })];
    const line = { industry: "utility", status: "active", segment, contactPoints };
    const dates = { createdAt: ago(400 - index), updatedAt: ago(30 - index) };
    return row({ number, kind, displayName, language, ...line, ...dates });
  });
  const [wang, bakery, works] = customers;

  const contacts = [
    [wang, "王小明", "家属", "13900137788"],
    [bakery, "Tom Baker", "Owner", "+447700900123"],
    [bakery, "Ana Lima", "Accounts", "+447700900456"],
    [works, "李建国", "电气工程师", "13600136600"],
  ].map(([{ id: customerId }, name, title, value], index) => {
    const contactPoints = [row({ type: "mobile", value })];
    const dates = { createdAt: ago(300 - index), updatedAt: ago(30 - index) };
    return row({ customerId, name, title, contactPoints, ...dates });
  });

  const agent = row({ name: "Li Min", role: "agent", title: "Service desk" });
  const serviceRequests = [
    ["R-2001", wang, "fault", "整条街路灯不亮", "inProgress", 3],
    ["R-2002", wang, "enquiry", "电费单上的“调整”是什么意思", "closed", 40],
    ["R-2003", wang, "complaint", "抄表员三次未到", "pending", 8],
    ["R-2004", wang, "misconduct", "工作人员索要红包", "acknowledged", 2],
    ["R-2005", bakery, "fault", "The ovens trip the main switch", "held", 6],
    ["R-2006", bakery, "application", "A second meter for the new shop", "acknowledged", 1],
    ["R-2007", bakery, "complaint", "Wrong bill for October", "resolved", 15],
    ["R-2008", bakery, "praise", "Your crew came within the hour", "closed", 60],
    ["R-2009", works, "application", "申请增容至 2000 kVA", "inProgress", 3],
    ["R-2010", works, "suggestion", "希望能导出负荷曲线", "rejected", 30],
    ["R-2011", works, "fault", "车间电压偏低", "cancelled", 12],
    ["R-2012", null, "misconduct", "A gift was taken at the counter", "acknowledged", 5],
  ].map(([number, customer, kind, title, state, days]) => {
    const isOver = ["resolved", "closed", "rejected", "cancelled"].includes(state);
    const promise = { kind: "resolution", dueAt: ago(days - 5), metAt: isOver ? ago(days - 0.5) : null };
    return row({
      ...{ number, kind, title, state, status: ownWords[state][0], priority: "normal", channel: "web" },
      ...{ customerId: customer?.id ?? null, anonymous: customer === null, owner: agent, urgedCount: 0 },
      ...{ promises: [promise], createdAt: ago(days), updatedAt: ago(days - 0.5) },
    });
  });

  const nobody = row({ name: "Anonymous", role: "guest" });
  const entries = serviceRequests.flatMap((request) => {
    const customer = customers.find(({ id }) => id === request.customerId);
    const author = customer ? { id: customer.id, name: customer.displayName, role: "customer" } : nobody;
    return [
      ["created", "public", author, request.title, request.createdAt],
      ["comment", "internal", agent, "Seen before: ask the district first.", request.updatedAt],
      ["reply", "public", agent, "来信收到，正在处理。We have it in hand.", request.updatedAt],
    ].map(([type, visibility, author, text, createdAt]) =>
      row({ serviceRequestId: request.id, type, visibility, author, text, createdAt }),
    );
  });

  const interactions = [
    [wang, "inbound", "phone", "来电询问抢修进度", "public", 2],
    [wang, "outbound", "phone", "回访未接通", "internal", 1],
    [wang, "outbound", "email", "电子账单已发送", "public", 21],
    [bakery, "inbound", "email", "Asked for an invoice copy", "public", 14],
    [bakery, "outbound", "phone", "Told of the crew's visit", "public", 6],
    [works, "inbound", "phone", "咨询增容手续", "public", 4],
    [works, "outbound", "email", "Credit check before the offer", "internal", 4],
  ].map(([{ id: customerId }, direction, channel, subject, visibility, days]) => {
    const when = { occurredAt: ago(days), createdAt: ago(days) };
    return row({ customerId, direction, channel, subject, visibility, agent, ...when });
  });

  const person = ({ id: customerId, displayName }) => row({ principal: "customer", displayName, customerId });
  const accounts = [
    { variable: "TOKEN_A", ...person(wang) },
    { variable: "TOKEN_B", ...person(bakery) },
    { variable: "TOKEN_AGENT", principal: "agent", id: agent.id, displayName: agent.name },
  ];
  const cursorSecret = randomBytes(32).toString("base64url");
  return { accounts, cursorSecret, customers, contacts, interactions, serviceRequests, entries, codeLists };
}
