import { createClient, isCrmError } from "@portico/sdk";

const {
  PORTICO_URL: baseUrl = "http://localhost:4310",
  PORTICO_TOKEN: token,
  FOLLOW_SECONDS = "20",
} = process.env;
if (!token) throw new Error("Set PORTICO_TOKEN: npx portico token --as customer --customer ID");
const crm = createClient({ baseUrl, auth: () => token });

const me = await crm.me.get();
console.log(`Signed in at ${baseUrl} as ${me.principal} ${me.displayName ?? ""}\n\nOpen requests:`);
const state = ["acknowledged", "inProgress", "pending", "held"];
for await (const request of crm.serviceRequests.list({ state, limit: 20 })) {
  console.log(`  ${request.number}  ${request.state.padEnd(12)}  ${request.title}`);
}

const stop = crm.changes.subscribe(
  {},
  ({ type, subject, time }) => console.log(`  ${time}  ${type}  ${subject}`),
  { onStatus: (status) => console.log(`Feed of changes: ${status}`) },
);

try {
  const input = { kind: "enquiry", title: "When is the meter read next?", channel: "web" };
  const created = await crm.serviceRequests.create(
    me.customerId ? { ...input, customerId: me.customerId } : input,
  );
  console.log(`Created ${created.number} (${created.state}), held by ${created.owner.name}`);
  const urged = await crm.serviceRequests.urge(created.id, { reason: "I am away next week." });
  console.log(`Urged ${urged.marks.urgedCount} time(s)`);
} catch (error) {
  if (!isCrmError(error)) throw error;
  console.error(`Refused: ${error.code}: ${error.message}`, error.problem?.errors ?? "");
}

await new Promise((resolve) => setTimeout(resolve, Number(FOLLOW_SECONDS) * 1000));
stop();
