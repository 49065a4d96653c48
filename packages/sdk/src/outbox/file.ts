import { randomUUID } from "node:crypto";
import { type FSWatcher, watch } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { StoredEntry } from "./entry.js";
import { FileLease } from "./file-lease.js";
import { whileLeased } from "./lease.js";
import { type Change, type OpenStore, type OutboxStore, StoreError } from "./store.js";

/** Grows when an older release could no longer read what is written here. */
const format = 1;
/** What a crash left half-made is removed when nobody can be at work on it any more. */
const leftoverMs = 60_000;

/**
 * Keeps the outbox in a folder, one file for each entry, which several processes may use at the same time. For each `name`
 * a folder of its own.
 */
export function fileStore(folder: string): OpenStore {
  return async (name) => {
    const place = join(folder, encodeURIComponent(name));
    try {
      await mkdir(join(place, "leases"), { recursive: true });
      await checkFormat(place);
      await tidy(place);
    } catch (cause) {
      throw cause instanceof StoreError ? cause : new StoreError("blocked", { cause });
    }
    return new FileStore(place);
  };
}

interface Known {
  /** Every write makes another file. */
  readonly version: string;
  readonly entry: StoredEntry;
}

class FileStore implements OutboxStore {
  readonly kind = "file";
  /** What was read before, by file name: a list of thousands is not read anew for each that is sent. */
  #known = new Map<string, Known>();
  #watcher: FSWatcher | undefined;
  #told: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: string) {}

  async all(): Promise<StoredEntry[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(".json"));
    const known = this.#known;
    const read = await Promise.all(
      names.map(async (name): Promise<[string, Known] | undefined> => {
        const { ino, mtimeMs } = await stat(join(this.folder, name)).catch(() => ({ ino: 0, mtimeMs: 0 }));
        const version = `${ino} ${mtimeMs}`;
        const before = known.get(name);
        if (before?.version === version) return [name, before];
        const entry = await this.#read(name.slice(0, -".json".length));
        return entry && [name, { version, entry }];
      }),
    );
    this.#known = new Map(read.filter((one) => one !== undefined));
    return [...this.#known.values()].map(({ entry }) => entry);
  }

  async add(entry: StoredEntry, files: readonly Blob[]): Promise<void> {
    // The files first: the entry is there when its own file is.
    for (const [index, file] of files.entries()) {
      await this.#replace(`${entry.id}.${index}`, new Uint8Array(await file.arrayBuffer()));
    }
    await this.#replace(`${entry.id}.json`, JSON.stringify(entry));
  }

  async update(id: string, change: Change): Promise<StoredEntry | undefined> {
    return this.#alone(async () => {
      const entry = await this.#read(id);
      const changed = entry && change(entry);
      if (changed === entry) return entry;
      if (changed) await this.#replace(`${id}.json`, JSON.stringify(changed));
      else await rm(join(this.folder, `${id}.json`), { force: true });
      if (entry && (!changed || changed.state === "sent")) {
        await Promise.all(
          entry.files.map((_, index) => rm(join(this.folder, `${id}.${index}`), { force: true })),
        );
      }
      return changed;
    });
  }

  async file(id: string, index: number): Promise<Blob | undefined> {
    const bytes = await readFile(join(this.folder, `${id}.${index}`)).catch(() => undefined);
    return bytes && new Blob([bytes]);
  }

  exclusively(
    name: string,
    work: (signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    return whileLeased(this.#lease(`sender-${name}`), work, signal);
  }

  watch(onChange: () => void): void {
    this.#watcher = watch(this.folder, { persistent: false }, (_, name) => {
      if (!name?.endsWith(".json")) return;
      clearTimeout(this.#told);
      this.#told = setTimeout(onChange, 20);
    });
    // Where folders cannot be watched, what others add is seen with the next own work.
    this.#watcher.on("error", () => undefined);
  }

  close(): void {
    this.#watcher?.close();
    clearTimeout(this.#told);
  }

  #lease(name: string): FileLease {
    return new FileLease(join(this.folder, "leases"), name);
  }

  /** Undefined for one that is gone. One that cannot be read is set aside, so that the others go on. */
  async #read(id: string): Promise<StoredEntry | undefined> {
    const path = join(this.folder, `${id}.json`);
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      await rename(path, `${path}.damaged`).catch(() => undefined);
      return undefined;
    }
  }

  /** Lets one process at a time read an entry and write what it makes of it. */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(async () => {
      const lease = this.#lease("writer");
      while (!(await lease.claim())) await sleep(5 + Math.random() * 10);
      try {
        return await work();
      } finally {
        await lease.release();
      }
    });
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  /** Writes a file whole or not at all, on the disk before it resolves. */
  async #replace(name: string, content: string | Uint8Array): Promise<void> {
    const unfinished = join(this.folder, `${randomUUID()}.unfinished`);
    try {
      const file = await open(unfinished, "wx", 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, join(this.folder, name));
      await syncFolder(this.folder);
    } catch (cause) {
      await rm(unfinished, { force: true });
      const { code } = cause as NodeJS.ErrnoException;
      throw new StoreError(code === "ENOSPC" || code === "EDQUOT" ? "quota" : "blocked", { cause });
    }
  }
}

async function checkFormat(folder: string): Promise<void> {
  const path = join(folder, "format");
  const written = await readFile(path, "utf8").catch(() => undefined);
  if (written === undefined) await writeFile(path, String(format));
  else if (Number(written) > format) throw new StoreError("newer-version");
}

/** Removes what a crash left half-made: files without their entry, and writes that were not finished. */
async function tidy(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names) {
    const [id = "", part = ""] = name.split(".");
    const orphan = /^\d+$/.test(part) && !names.includes(`${id}.json`);
    if (part !== "unfinished" && !orphan) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > leftoverMs) await rm(path, { force: true });
  }
}

/** Makes a rename survive a power cut, where folders can be synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
