import type { Capabilities, OperationId } from "@portico/contract";
import { operations as contract } from "@portico/contract";
import { heartbeatSeconds } from "./feed.js";
import { maxBytes, mediaTypes } from "./files.js";
import { maxLimit } from "./lists.js";
import type { Operations } from "./operation.js";
import { maxFiles, urgeCooldownSeconds } from "./requests.js";
import type { Caller, Store } from "./store.js";

/** Told from the table of operations, so that nothing is claimed that is not done. */
export function capabilitiesOf(operations: Operations, store: Store, { principal }: Caller): Capabilities {
  const resources: Capabilities["resources"] = {};
  for (const [id, { filters, sorts }] of Object.entries(operations)) {
    const name = contract[id as OperationId].path.split("/")[2] ?? "";
    const resource = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const entry = resources[resource] ?? { operations: [] };
    resources[resource] = entry;
    entry.operations.push(id);
    if (id !== "listEntries" && filters && sorts) Object.assign(entry, { filters, sorts, maxLimit });
  }
  return {
    ...{ contractVersion: "0.1.0", name: "Fake backend", version: "0.1.0" },
    profiles: ["core", "voice"].map((id) => ({ id, level: "read" })),
    resources,
    requestKinds: store.requestKinds.filter(({ guestAllowed }) => guestAllowed || principal !== "guest"),
    channels: ["web", "phone", "email"],
    attachments: { maxCount: maxFiles, maxBytes, mediaTypes },
    changes: { poll: true, stream: true, heartbeatSeconds, retentionHours: 24 },
    locales: ["en", "zh-Hans", "zh-Hant"],
    urgeCooldownSeconds,
  };
}
