import { parseArgs } from "node:util";
import { type ChaosResult, cutsOf, runChaos } from "./chaos.ts";

const usage = `npm run chaos -- [--writes 10000] [--changes 10000] [--kills 50] [--seed 1] [--url URL]

Writes and follows the feed while the server is killed and the connection is cut, and then tells what was lost or doubled.
With --url it works on a server that runs already, which is not killed; PORTICO_TOKEN is a service's token of that server.
With DATABASE_URL its own server keeps its data there instead of in a new folder.`;

/** `npm run chaos`: 1 when anything was lost or doubled. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      writes: { type: "string", default: "10000" },
      changes: { type: "string", default: "10000" },
      kills: { type: "string", default: "50" },
      seed: { type: "string", default: "1" },
      url: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const { url, help } = values;
  const [writes, changes, kills, seed] = [values.writes, values.changes, values.kills, values.seed].map(
    Number,
  );
  const token = process.env.PORTICO_TOKEN;
  if (help || ![writes, changes, kills, seed].every(Number.isInteger) || (url && !token)) {
    console.error(usage);
    return help ? 0 : 2;
  }
  const result = await runChaos(
    {
      writes: writes ?? 0,
      changes: changes ?? 0,
      kills: url ? 0 : (kills ?? 0),
      seed: seed ?? 0,
      remote: url && token ? { url, token } : undefined,
    },
    console.log,
  );
  console.log(summary(result));
  const faults = Object.entries(result.faults).filter(([, ids]) => ids.length > 0);
  for (const [what, ids] of faults) console.error(`\n${what}: ${ids.length}\n  ${ids.join("\n  ")}`);
  console.log(faults.length === 0 ? "\nNothing lost, nothing doubled." : "");
  return faults.length === 0 ? 0 : 1;
}

function summary({ ledger, calls, replayed, kills, line, changes, followers, seconds }: ChaosResult): string {
  const told = (what: string) => ledger.writes.filter((write) => write.told === what).length;
  return [
    "",
    `writes      ${ledger.writes.length}: ${told("done")} told done, ${told("failed")} given up after an error, ${told("refused")} refused`,
    `calls       ${calls.made}, ${calls.retries} retries within them; ${replayed} writes had lost their answer and got the stored one`,
    `server      killed and restarted ${kills} times`,
    `line        ${line.connections} connections, ${line.refused} to a server that was down`,
    `cuts        ${cutsOf(line)}: ${line.request} in a request, ${line.answer} in an answer, ${line.unread} before the answer`,
    `slow        ${line.stalls} stalls, ${line.delays} delays`,
    `changes     ${changes} in the feed`,
    ...followers.map(
      ({ name, delivered, missing, resyncs, statuses }) =>
        `            ${name}: ${delivered.length} delivered, ${missing} ${resyncs > 0 ? `learnt by reading after ${resyncs} resyncs` : "missing"}, ${statuses.reconnecting ?? 0} breaks`,
    ),
    `duration    ${seconds} s`,
  ].join("\n");
}
