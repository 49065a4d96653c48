import { and, isNull, lt, sql } from "drizzle-orm";
import type { NewChange } from "../../records.js";
import type { Repositories, Store } from "../../store.js";
import { accountTeamStore } from "./account-team.js";
import { assessmentStore } from "./assessments.js";
import { attachmentStore } from "./attachments.js";
import { contactStore } from "./contacts.js";
import { customerStore } from "./customers.js";
import type { Connection, Database } from "./database.js";
import { entryStore } from "./entries.js";
import { asStoreError } from "./errors.js";
import { openFeed, writeOutbox } from "./feed.js";
import { idempotencyStore } from "./idempotency.js";
import { indexStore } from "./indices.js";
import { interactionStore } from "./interactions.js";
import { ratingStore } from "./ratings.js";
import { requestStore } from "./requests.js";
import { attachments, auditLog, changes, idempotencyKeys } from "./schema.js";
import { settle } from "./settle.js";
import { staffStore } from "./staff.js";

/** The reference store over an open database, embedded or not. It closes the connection when it is closed. */
export async function openStore(connection: Connection, now: () => Date = () => new Date()): Promise<Store> {
  const { db } = connection;
  const feed = await openFeed(connection);

  return {
    ...repositories(db),
    feed,

    read: (work) => work(repositories(db)).catch(failInWordsOfThePort),

    transaction: (work) => {
      const kept = db.transaction(async (tx) => {
        const announced: NewChange[] = [];
        const result = await work({
          ...repositories(tx),
          idempotency: idempotencyStore(tx),
          announce: (change) => announced.push(change),
          audit: async (record) => {
            await tx.insert(auditLog).values(record);
          },
        });
        await writeOutbox(tx, announced, now());
        return result;
      });
      return kept.catch(failInWordsOfThePort);
    },

    async tidy({ keys, files, changes: kept }) {
      await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, keys));
      await db
        .delete(attachments)
        .where(and(isNull(attachments.serviceRequestId), lt(attachments.createdAt, files)));
      // The last change stays: it says where the feed is.
      await db
        .delete(changes)
        .where(and(lt(changes.createdAt, kept), sql`${changes.id} < (select max(id) from changes)`));
      await settle(db);
    },

    async close() {
      await feed.close();
      await connection.close();
    },
  };
}

function failInWordsOfThePort(error: unknown): never {
  throw asStoreError(error);
}

function repositories(db: Database): Repositories {
  return {
    customers: customerStore(db),
    contacts: contactStore(db),
    interactions: interactionStore(db),
    requests: requestStore(db),
    entries: entryStore(db),
    attachments: attachmentStore(db),
    assessments: assessmentStore(db),
    accountTeam: accountTeamStore(db),
    ratings: ratingStore(db),
    indices: indexStore(db),
    staff: staffStore(db),
  };
}
