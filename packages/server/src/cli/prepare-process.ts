import { connectPglite } from "../stores/postgres/connect.js";
import { reasonOf } from "./environment.js";

// Run by prepare-database.ts: makes a database in the folder of the first argument, with the demo if the second says so.
const [folder, content] = process.argv.slice(2);

try {
  // Nobody waits for the result any more.
  process.once("disconnect", () => process.exit(1));
  const demo = content === "demo" ? await import("../demo/index.js") : undefined;
  const batches = demo?.generateApart();
  const connection = await connectPglite(folder);
  if (demo && batches) await demo.seedDemo(connection.db, console.log, () => batches);
  await connection.close();
  process.exit(0);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}
