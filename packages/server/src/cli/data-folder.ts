import { randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { reasonOf, setting } from "./environment.js";

/** Where this server keeps what it stores: `PORTICO_DATA`, or `.portico` in the current folder. */
export function dataFolder(given?: string): string {
  const folder = resolve(given ?? setting("PORTICO_DATA") ?? ".portico");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (error) {
    throw new Error(`The data folder ${folder} cannot be written: ${reasonOf(error)}`, { cause: error });
  }
}

/** The database inside the data folder. */
export const databaseFolder = (folder: string): string => join(folder, "database");

/** `PORTICO_JWT_SECRET`, or a secret made once and kept in the data folder for this user alone. */
export function tokenSecret(folder: string): Uint8Array {
  const given = setting("PORTICO_JWT_SECRET");
  if (given !== undefined) {
    if (given.length < 32) throw new Error("PORTICO_JWT_SECRET must have at least 32 characters.");
    return new TextEncoder().encode(given);
  }
  const file = join(folder, "jwt-secret");
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
  return new TextEncoder().encode(readFileSync(file, "utf8").trim());
}

/** Keeps a second process off the folder, whose database knows one master; returns how to let go of it. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, "lock");
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    const holder = Number(readFileSync(file, "utf8"));
    if (isRunning(holder))
      throw new Error(
        `The data folder ${folder} is in use by process ${holder}. Stop that one, choose another folder with --data, ` +
          "or set DATABASE_URL to a PostgreSQL that any number of servers may share.",
      );
    // Left behind by a process that was killed.
    rmSync(file, { force: true });
    return lockFolder(folder);
  }
  return () => rmSync(file, { force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  // In a container every server may be process 1: a lock of our own number is from before.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
