import { Command } from "commander";
import { mapColumns } from "../import/customers/columns.js";
import { importCustomers } from "../import/customers/import-customers.js";
import { readTable } from "../import/customers/read-table.js";
import { importRequests } from "../import/open311/import-requests.js";
import { readRequestList } from "../import/open311/read-list.js";
import { showProgress } from "../import/progress.js";
import { type Refusal, refusalTable } from "../import/refusals.js";
import { UnreadableFileError } from "../import/source-file.js";
import type { Store } from "../store.js";
import { openStore } from "../stores/postgres/store.js";
import { dataFolder } from "./data-folder.js";
import { openDatabase } from "./open-database.js";

interface CommonOptions {
  dryRun?: boolean;
  data?: string;
}

interface Open311Options extends CommonOptions {
  kind: string;
  system: string;
  industry?: string;
}

interface CustomersOptions extends CommonOptions {
  map: string[];
  kind?: string;
  system?: string;
  idColumn?: string;
  ignoreUnmapped?: boolean;
}

/** `portico import …`: brings in what other systems hold. Exit code 1 when records were refused, 2 when nothing could be read. */
export const importCommand = (): Command =>
  new Command("import")
    .description(
      "Bring in service requests or customers of another system. Importing a file again changes nothing.",
    )
    .addCommand(open311Command())
    .addCommand(customersCommand());

const exitCodes = `
Records that cannot be taken are listed with their place and the reason; all others go in.
Exit codes: 0 all taken, 1 some refused, 2 the file cannot be read.`;

const open311Command = (): Command =>
  new Command("open311")
    .description("Import a GeoReport v2 request list, a JSON array, with the history of its notes.")
    .argument("<file>", "the list, such as the answer of GET /requests.json?extensions=true")
    .option(
      "--kind <kind>",
      "kind of request that the records become; their service is the category",
      "fault",
    )
    .option(
      "--system <name>",
      "name under which their identifiers are kept as external references",
      "open311",
    )
    .option("--industry <name>", "line of business they belong to, such as utility")
    .option("--dry-run", "look at everything, write nothing")
    .option("--data <folder>", "data folder (default: PORTICO_DATA or .portico); DATABASE_URL goes before it")
    .addHelpText(
      "after",
      `${exitCodes}

A record that was taken before gets what is new in the file: later notes, its state, its result.

Examples:
  portico import open311 requests.json --dry-run
  portico import open311 requests.json --system chicago311`,
    )
    .exitOverride()
    .action((file: string, options: Open311Options) => reportUnreadable(() => runOpen311(file, options)));

const customersCommand = (): Command =>
  new Command("customers")
    .description("Import customers from a CSV file: UTF-8 or GB18030; commas, semicolons or tabs.")
    .argument("<file>", "the table; its first line names the columns, in English or Chinese")
    .option("--map <column=field>", "what a column holds; repeat it, or part with commas", collect, [])
    .option("--kind <kind>", "person, household, organization or group, for rows that do not say")
    .option("--system <name>", "system that the identifiers of --id-column are from")
    .option("--id-column <column>", "column with the identifier of that system")
    .option(
      "--ignore-unmapped",
      "leave out columns that are not known, instead of keeping them as custom fields",
    )
    .option("--dry-run", "look at everything, write nothing")
    .option("--data <folder>", "data folder (default: PORTICO_DATA or .portico); DATABASE_URL goes before it")
    .addHelpText(
      "after",
      `${exitCodes}

Columns such as name, phone, email, 客户编号, 姓名, 手机 and 地址 are known. Fields for --map:
  number displayName kind status industry language segment tier tags parentNumber
  phone mobile email address wechat fax, and customFields.<name>
A customer is known again by number, or by --system and --id-column. A changed row updates, an empty cell keeps.

Examples:
  portico import customers 客户.csv --kind organization
  portico import customers kunden.csv --map "Kundennr=number" --map "Firma=displayName,Ort=customFields.city"`,
    )
    .exitOverride()
    .action((file: string, options: CustomersOptions) => reportUnreadable(() => runCustomers(file, options)));

async function runOpen311(file: string, options: Open311Options): Promise<void> {
  const records = await readRequestList(file);
  const outcome = await withStore(options, async (store) => {
    const progress = showProgress("Requests", records.length);
    const done = await importRequests(
      store,
      records,
      { ...options, dryRun: options.dryRun ?? false },
      progress,
    );
    progress.stop();
    return done;
  });
  const { closed, open, entries, refused, unchanged, updated, refusals } = outcome;
  showRefusals(refusals, "index");
  const brought = updated > 0 ? `; ${updated} brought up to date` : "";
  console.log(
    `${prefix(options)}${closed + open} requests: ${closed} closed, ${open} open; ${entries} entries${brought}; ${refused} refused; ${unchanged} already there`,
  );
}

async function runCustomers(file: string, options: CustomersOptions): Promise<void> {
  if ((options.system === undefined) !== (options.idColumn === undefined))
    throw new Error("--system and --id-column belong together: whose identifier it is, and where it stands.");
  const table = await readTable(file);
  const { map, kind, system, idColumn, ignoreUnmapped = false, dryRun = false } = options;
  const targets = mapColumns(table.header, { map, idColumn, ignoreUnmapped });
  const outcome = await withStore(options, async (store) => {
    const progress = showProgress("Customers", table.rows.length);
    const done = await importCustomers(store, table, { targets, kind, system, dryRun }, progress);
    progress.stop();
    return done;
  });
  const { added, updated, unchanged, refused, refusals } = outcome;
  showRefusals(refusals, "line");
  console.log(
    `${prefix(options)}${added + updated + unchanged} customers: ${added} added, ${updated} updated; ${refused} refused; ${unchanged} already there`,
  );
}

async function withStore<T>({ data }: CommonOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const connection = await openDatabase(dataFolder(data), (text) => console.error(text));
  const store = await openStore(connection);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function reportUnreadable(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function showRefusals(refusals: readonly Refusal[], position: "index" | "line"): void {
  if (refusals.length === 0) return;
  console.error(`Refused:\n${refusalTable(refusals, position)}`);
  process.exitCode = 1;
}

const prefix = ({ dryRun }: CommonOptions): string => (dryRun ? "Dry run, nothing written: " : "");

const collect = (given: string, before: string[]): string[] => [...before, ...given.split(",")];
