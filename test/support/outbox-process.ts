import { createClient } from "@portico/sdk";
import { openOutbox } from "@portico/sdk/outbox";
import { fileStore } from "@portico/sdk/outbox/file";

/** What the test tells the process, as JSON in its first argument. */
export interface Task {
  readonly url: string;
  readonly token: string;
  readonly folder: string;
  /** The request that is replied to. */
  readonly id: string;
  readonly replies: readonly string[];
}

const task = JSON.parse(process.argv[2] ?? "") as Task;
const crm = createClient({ baseUrl: task.url, auth: () => task.token });
const outbox = await openOutbox(crm, { name: "test", store: fileStore(task.folder) });
for (const text of task.replies) {
  await outbox.add("createEntry", {
    path: { id: task.id },
    body: { type: "reply", text },
    files: [{ blob: new Blob([text], { type: "text/plain" }), fileName: `${text}.txt` }],
  });
}
console.log(`added ${outbox.storage.kind}`);
while (outbox.entries().some(({ state }) => state !== "sent")) {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
await outbox.close();
console.log("sent");
