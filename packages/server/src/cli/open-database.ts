import { existsSync } from "node:fs";
import { connectPglite, connectPostgres } from "../stores/postgres/connect.js";
import type { Connection } from "../stores/postgres/database.js";
import { databaseFolder, lockFolder } from "./data-folder.js";
import { reasonOf, setting, urlSetting } from "./environment.js";
import { prepareDatabase } from "./prepare-database.js";

/**
 * Opens what the environment names: the PostgreSQL of `DATABASE_URL`, or the embedded one in the data folder. An
 * embedded one that is made first holds the demo if that is asked for.
 */
export function openDatabase(
  folder: string,
  say: (text: string) => void,
  { demo = false }: { demo?: boolean } = {},
): Promise<Connection> {
  const url = urlSetting("DATABASE_URL", ["postgres:", "postgresql:"]);
  return url === undefined ? openEmbedded(folder, say, demo) : openServer(url, say);
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

async function openEmbedded(folder: string, say: (text: string) => void, demo: boolean): Promise<Connection> {
  const unlock = lockFolder(folder);
  try {
    if (isNewFolder(folder)) {
      say(`Making a database in ${folder} …`);
      await prepareDatabase(databaseFolder(folder), demo);
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
