import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, type Connection, connectPglite, createApp, openStore } from "@portico/server";
import { sql } from "drizzle-orm";
import { SignJWT } from "jose";
import type { BenchReport } from "../../tools/src/bench-report.ts";

const small = 600;
const times = 100;
const warmUps = 15;
const rounds = 80;
/** The project's budget: a hundred times the customers, less than one and a half times the wait. */
const mostGrowth = 1.5;
const secret = new TextEncoder().encode("a secret that only this benchmark knows");

/** What a portal and a desk read all day. The customer and the request measured are among those of both sizes. */
const readsOf = ({
  number,
  displayName,
}: {
  number: string;
  displayName: string;
}): Record<string, string> => ({
  "customers, by name": "/v1/customers?limit=25",
  "customers, of an industry": "/v1/customers?industry=bank&limit=25",
  "customers, last changed": "/v1/customers?sort=-updatedAt&limit=25",
  "customers, found by name": `/v1/customers?q=${encodeURIComponent(displayName)}`,
  "customers, found by number": `/v1/customers?q=${number}`,
  customer: "/v1/customers/c300",
  "customer, 360°": "/v1/customers/c300/summary",
  "requests, last changed": "/v1/service-requests?limit=25",
  "requests, open": "/v1/service-requests?state=acknowledged,inProgress&limit=25",
  "requests, complaints": "/v1/service-requests?kind=complaint&limit=25",
  "requests, by deadline": "/v1/service-requests?sort=dueAt&limit=25",
  "requests, of a customer": "/v1/service-requests?customerId=c300",
  "requests, found by number": "/v1/service-requests?q=R-20261121-000600",
  request: "/v1/service-requests/r600",
  "request, its log": "/v1/service-requests/r600/entries",
  "interactions, of a customer": "/v1/interactions?customerId=c300",
  "assessments, of a customer": "/v1/customers/c300/assessments",
});

interface Server {
  app: App;
  close(): Promise<void>;
}

/**
 * Latency of reads and lists at 600 and at 60 000 customers, each with two requests, each of these with two entries:
 * as many requests a customer at both sizes, so that only the whole grows. In one process, without a network.
 */
export default async function bench(report: BenchReport): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "portico-bench-"));
  const servers: Server[] = [];
  try {
    const few = await serve(join(folder, "few"), 1);
    servers.push(few);
    const started = performance.now();
    const many = await serve(join(folder, "many"), times);
    servers.push(many);
    report.note(
      `${small * times} customers were written in ${Math.round((performance.now() - started) / 1000)} s.`,
    );

    const headers = { authorization: `Bearer ${await token()}` };
    const rows = [];
    const customer = await (await few.app.request("/v1/customers/c300", { headers })).json();
    for (const [name, path] of Object.entries(readsOf(customer))) {
      const [before, after] = await measure([few, many], path, headers);
      rows.push({
        read: name,
        [`p50 ms at ${small}`]: before.p50.toFixed(2),
        [`p95 ms at ${small}`]: before.p95.toFixed(2),
        [`p50 ms at ${small * times}`]: after.p50.toFixed(2),
        [`p95 ms at ${small * times}`]: after.p95.toFixed(2),
        growth: (after.p50 / before.p50).toFixed(2),
      });
    }
    report.table(`Reads at ${small} and ${small * times} customers, PGlite in a folder`, rows);
    const slower = rows.filter(({ growth }) => Number(growth) >= mostGrowth).map(({ read }) => read);
    if (slower.length > 0) throw new Error(`Slower by ${mostGrowth} times or more: ${slower.join("; ")}`);
    report.note(`No median grew by ${mostGrowth} times.`);
  } finally {
    for (const server of servers) await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Both in turn, read by read, so that whatever else the machine does slows both alike. */
async function measure([few, many]: [Server, Server], path: string, headers: Record<string, string>) {
  const taken = new Map<Server, number[]>([
    [few, []],
    [many, []],
  ]);
  for (let round = -warmUps; round < rounds; round++)
    for (const [{ app }, times] of taken) {
      const start = performance.now();
      const answer = await app.request(path, { headers });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      if (round >= 0) times.push(performance.now() - start);
    }
  const [before, after] = [...taken.values()].map((times) => times.toSorted((a, b) => a - b));
  return [percentiles(before ?? []), percentiles(after ?? [])] as const;
}

const percentiles = (sorted: number[]) => ({
  p50: sorted[Math.floor(sorted.length * 0.5)] ?? Number.NaN,
  p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
});

async function serve(folder: string, copies: number): Promise<Server> {
  const connection = await connectPglite(folder);
  const store = await openStore(connection);
  await fill(connection, copies);
  await store.tidy({ keys: new Date(0), files: new Date(0), changes: new Date(0) });
  const app = createApp({ store, config: { keys: { secret }, origins: [], requestTimeoutMs: 60_000 } });
  return { app, close: () => store.close() };
}

/** Writes the same customers, with everything about them, as often as asked for; ids, names and numbers differ. */
async function fill({ db }: Connection, copies: number): Promise<void> {
  const oneOf = (words: string, by: string) =>
    sql.raw(`('{${words}}'::text[])[1 + (${by}) % ${words.split(",").length}]`);
  const each = sql.raw(`generate_series(1, ${small}) i, generate_series(0, ${copies - 1}) k`);
  /** The customer's own part of every id; those of the first copy are short. */
  const key = sql.raw("i || case when k = 0 then '' else '-' || k end");
  const ago = (minutes: string) => sql.raw(`now() - (${minutes}) * interval '1 minute'`);
  /** Ten digits, each number once, with no order to be seen. */
  const digits = sql.raw(`lpad(((k * ${small} + i) * 7368787321 % 10000000000)::text, 10, '0')`);
  const industry = oneOf("utility,bank,expo", "i");

  // What a text is found by: its characters, their pairs and threes, as the store writes them.
  await db.execute(sql`
    create function pg_temp.terms(given text) returns text[] immutable language sql return (
      select array_agg(distinct substr(word, p, size))
      from regexp_split_to_table(lower(given), '[^a-z0-9]+') word,
        generate_series(1, length(word)) p, generate_series(1, 3) size)`);
  await db.execute(sql`
    insert into customers (id, number, kind, display_name, industry, status, segment, tier, search_terms, created_at, updated_at)
    select id, number, ${oneOf("person,household,organization", "i")}, name, ${industry}, 'active', 'mass',
      ${oneOf("A,B,C", "i")}, pg_temp.terms(number || ' ' || name), ${ago("(i * 100 + k) * 10")}, ${ago("i * 100 + k")}
    from (
      select i, k, 'c' || ${key} as id, ${digits} as number,
        ${oneOf("Wang,Li,Zhang,Chen,Carter,Brandt,Moreau,Rossi,Novak,Keller,Hartley,Costa,Vogel", "i * 31 + k")} || ' ' ||
        ${oneOf("Xiu,Jian,Wei,Guo,Li,Yu,Zi,Hao,Mei,Chun,Shu,Ming,Tian,Jing,Xin,Ze,Rui", "i * 7 + k * 3")} ||
        ${oneOf("lan,guo,dong,hua,qiang,fang,ran,yi,tong,han,jie,chen,yao,ling,ting,hang", "i * 11 + k * 5")} as name
      from ${each}) made`);
  await db.execute(sql`
    insert into service_requests (id, number, kind, title, state, status, priority, channel, industry, customer_id, owner_id,
      due_at, search_terms, created_at, updated_at)
    select id, number, ${oneOf("fault,complaint,enquiry,application", "i + n")}, title, state, 'received', 'normal', 'web',
      ${industry}, 'c' || ${key}, 'service-desk-duty', case when state <> 'closed' then ${ago("i * 100 + k - 30000")} end,
      pg_temp.terms(number || ' ' || title), ${ago("(i * 100 + k) * 10 + n")}, ${ago("i * 100 + k + n")}
    from (
      select i, k, n, 'r' || (i * 2 - n) || case when k = 0 then '' else '-' || k end as id,
        'R-20261121-' || lpad(((k * ${small} + i) * 2 - n)::text, 6, '0') as number,
        ${oneOf("Power out,Bill too high,Meter blank,Street light", "i + k")} || ' at house ' || (i * 7 + k) as title,
        ${oneOf("closed,closed,closed,inProgress,acknowledged", "i + n + k")} as state
      from ${each}, generate_series(0, 1) n) made`);
  await db.execute(sql`
    insert into entries (id, service_request_id, type, visibility, author, text, created_at)
    select r.id || '-' || n, r.id, 'reply', 'public', '{"id": "a", "name": "Agent"}', 'On our way.', r.created_at
    from service_requests r, generate_series(1, 2) n`);
  await db.execute(sql`
    insert into interactions (id, customer_id, direction, channel, subject, visibility, occurred_at, created_at)
    select 'i' || id, id, 'inbound', 'phone', 'Call', 'public', updated_at, updated_at from customers`);
  await db.execute(sql`
    insert into assessments (id, customer_id, kind, code, source, assessed_at, current)
    select 'a' || id, id, 'tier', tier, 'rule', updated_at, true from customers`);
}

const token = (): Promise<string> =>
  new SignJWT({ principal: "agent", name: "Bench" })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("bench")
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(secret);
