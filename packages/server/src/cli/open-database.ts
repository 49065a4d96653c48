import { existsSync } from "node:fs";
import { connectPglite, connectPostgres } from "../stores/postgres/connect.js";
import type { Connection } from "../stores/postgres/database.js";
import { databaseFolder, lockFolder } from "./data-folder.js";
import { reasonOf, setting, urlSetting } from "./environment.js";

/**
 * Opens what the environment names: the PostgreSQL of `DATABASE_URL`, or the embedded one in the data folder. Where
 * there is none yet, `prepare` may make it in the folder it is given.
 */
export function openDatabase(
  folder: string,
  say: (text: string) => void,
  prepare?: (databaseFolder: string) => Promise<void>,
): Promise<Connection> {
  const url = urlSetting("DATABASE_URL", ["postgres:", "postgresql:"]);
  return url === undefined ? openEmbedded(folder, say, prepare) : openServer(url, say);
}

/** Whether the embedded database will be made in this folder. */
export const isNewFolder = (folder: string): boolean =>
  setting("DATABASE_URL") === undefined && !existsSync(databaseFolder(folder));

async function openServer(url: string, say: (text: string) => void): Promise<Connection> {
  say("Opening PostgreSQL and bringing its tables up to date …");
  try {
    return await connectPostgres(url);
  } catch (error) {
    throw new Error(`The PostgreSQL of DATABASE_URL cannot be used: ${reasonOf(error)}`, { cause: error });
  }
}

async function openEmbedded(
  folder: string,
  say: (text: string) => void,
  prepare: ((databaseFolder: string) => Promise<void>) | undefined,
): Promise<Connection> {
  const unlock = lockFolder(folder);
  try {
    if (prepare && isNewFolder(folder)) {
      say(`Making a database in ${folder} …`);
      await prepare(databaseFolder(folder));
    }
    say(`Opening the database in ${folder} and bringing its tables up to date …`);
    const connection = await connectPglite(databaseFolder(folder));
    return {
      ...connection,
      close: async () => {
        await connection.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw new Error(
      `The database in ${folder} cannot be opened: ${reasonOf(error)}. If the folder was damaged, put a copy of it ` +
        "back, or start an empty one with --data.",
      { cause: error },
    );
  }
}
