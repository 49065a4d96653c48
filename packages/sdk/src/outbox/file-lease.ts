import { randomUUID } from "node:crypto";
import { readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { type Lease, leaseMs } from "./lease.js";

const host = encodeURIComponent(hostname());
const released = "released";

/**
 * A lease as numbered files: whoever makes the next number, which only one can, holds it. The highest is never removed:
 * one who looked long ago and makes a number anew that was passed since finds the higher one and lets go. A holder touches
 * its file to renew it.
 */
export class FileLease implements Lease {
  /** Tells at once that a holder on this machine has died. */
  #owner = `${host} ${process.pid} ${randomUUID()}`;

  constructor(
    private readonly folder: string,
    private readonly name: string,
  ) {}

  async claim(): Promise<boolean> {
    const numbers = await this.#numbers();
    const latest = Math.max(0, ...numbers);
    if (latest > 0 && (await this.#isHeld(latest))) return false;
    const mine = latest > 0 && (await this.#ownerOf(latest)) === this.#owner;
    if (mine) {
      await utimes(this.#path(latest), new Date(), new Date());
      return true;
    }
    try {
      await writeFile(this.#path(latest + 1), this.#owner, { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    }
    const now = await this.#numbers();
    if (Math.max(...now) > latest + 1) {
      await rm(this.#path(latest + 1), { force: true });
      return false;
    }
    await Promise.all(
      now.filter((number) => number <= latest).map((number) => rm(this.#path(number), { force: true })),
    );
    return true;
  }

  async release(): Promise<void> {
    const latest = Math.max(0, ...(await this.#numbers()));
    if ((await this.#ownerOf(latest)) === this.#owner) await writeFile(this.#path(latest), released);
  }

  /** Whether somebody else holds it. */
  async #isHeld(number: number): Promise<boolean> {
    const owner = await this.#ownerOf(number);
    if (owner === undefined || owner === released || owner === this.#owner) return false;
    const [machine, pid] = owner.split(" ");
    if (machine === host && !isAlive(Number(pid))) return false;
    const { mtimeMs } = await stat(this.#path(number)).catch(() => ({ mtimeMs: 0 }));
    return Date.now() - mtimeMs < leaseMs;
  }

  /** An empty file has just been made, so it is somebody's. */
  async #ownerOf(number: number): Promise<string | undefined> {
    return readFile(this.#path(number), "utf8").catch(() => undefined);
  }

  async #numbers(): Promise<number[]> {
    const names = await readdir(this.folder);
    return names.flatMap((name) => {
      const [lease, number] = name.split(".");
      return lease === this.name && number ? Number(number) : [];
    });
  }

  #path(number: number): string {
    return join(this.folder, `${this.name}.${number}`);
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
