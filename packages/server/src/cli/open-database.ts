import { connectPglite, connectPostgres } from "../stores/postgres/connect.js";
import type { Connection } from "../stores/postgres/database.js";
import { databaseFolder, lockFolder } from "./data-folder.js";

/** Opens what the environment names: the PostgreSQL of `DATABASE_URL`, or the embedded one in the data folder. */
export async function openDatabase(folder: string, say: (text: string) => void): Promise<Connection> {
  const url = process.env.DATABASE_URL;
  if (url !== undefined) {
    say("Opening PostgreSQL and bringing its tables up to date …");
    return connectPostgres(url);
  }
  const unlock = lockFolder(folder);
  try {
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
    throw error;
  }
}
