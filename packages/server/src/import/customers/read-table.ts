import { CsvError, parse } from "csv-parse/sync";
import { decode, readBytes, UnreadableFileError } from "../source-file.js";

export interface Row {
  /** The line of the file on which the row ends, the first being 1. */
  line: number;
  cells: string[];
}

export interface Table {
  header: string[];
  rows: Row[];
  /** Rows that could not be read as such, with why. */
  broken: { line: number; reason: string }[];
}

/** Reads a CSV file: UTF-8 or, as Chinese Excel writes it, GB18030; commas, semicolons or tabs. */
export async function readTable(file: string): Promise<Table> {
  const text = decode(file, await readBytes(file), ["gb18030"]);
  const broken: Table["broken"] = [];
  const records = parseAll(file, text, broken);
  const [header, ...rows] = records;
  if (!header) throw new UnreadableFileError(`${file} holds no table: its first line must name the columns.`);
  return { header: header.cells.map((name) => name.trim()), rows, broken };
}

function parseAll(file: string, text: string, broken: Table["broken"]): Row[] {
  try {
    const records: unknown = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        broken.push({ line: Number(error?.lines ?? 0), reason: error?.message ?? "cannot be read" });
        return undefined;
      },
    });
    return (records as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFileError(`${file} is no CSV file: ${error.message}`);
    throw error;
  }
}

/** The separator that the line of column names has most of, outside quotes. */
function separatorOf(text: string): string {
  const [firstLine = ""] = text.split(/\r\n|\r|\n/, 1);
  const bare = firstLine.replace(/"[^"]*"/g, "");
  const count = (separator: string) => bare.split(separator).length;
  return [",", ";", "\t"].reduce((most, separator) => (count(separator) > count(most) ? separator : most));
}
