import type { Answer, RequestOptions } from "../types.js";
import { ContractViolationError, isApiError, isCrmError, PreconditionFailedError } from "./errors.js";

type Read<T> = (options: RequestOptions) => Promise<Answer<T>>;
type Write<T, P> = (patch: P, ifMatch: string) => Promise<Answer<T>>;

/** A merge patch, or a function that makes one from the present state; undefined leaves everything as it is. */
export type Change<T, P> = P | ((current: T) => P | undefined);

const rounds = 3;

/** Whether nothing tells if the change was carried out. */
const ambiguous = (error: unknown) =>
  isCrmError(error, "connection") ||
  isCrmError(error, "timeout") ||
  (isApiError(error) && error.status >= 500);

/**
 * Reads, applies and writes with `If-Match`. When somebody else was faster, or an answer was lost, it reads again and
 * applies the change to what is there now, three times at most: a function must describe the state it wants, not a step.
 * With `ifMatch` given there is one try on that version alone.
 */
export async function change<T, P>(
  patch: Change<T, P>,
  read: Read<T>,
  write: Write<T, P>,
  { ifMatch, signal }: RequestOptions = {},
): Promise<Answer<T>> {
  const patchOf = (current: T) =>
    typeof patch === "function" ? (patch as (current: T) => P | undefined)(current) : patch;
  for (let round = 1; ; round++) {
    const current = ifMatch === undefined || typeof patch === "function" ? await read({ signal }) : undefined;
    const body = current ? patchOf(current.data) : (patch as P);
    if (body === undefined && current) return current;
    // A proxy that compresses weakens the ETag on its way, and a weak one never matches.
    const version = (ifMatch ?? current?.etag)?.replace(/^W\//, "");
    if (version === undefined) {
      throw new ContractViolationError(
        "The backend sent no ETag to base the change on. From another origin it must be in Access-Control-Expose-Headers.",
        current?.requestId,
      );
    }
    try {
      return await write(body as P, version);
    } catch (error) {
      const stale = error instanceof PreconditionFailedError;
      if (ifMatch === undefined && round < rounds && (stale || ambiguous(error))) continue;
      if (stale) {
        const stored = await read({ signal }).catch(() => undefined);
        error.current = stored?.data;
        error.currentETag = stored?.etag;
        error.base = current?.data;
        error.patch = body;
      }
      throw error;
    }
  }
}

/** Removes what `read` reads, like a change. What is gone after a try whose answer was lost, that try has removed. */
export async function remove<T, P>(
  patch: Change<T, P>,
  read: Read<T>,
  write: Write<T, P>,
  options?: RequestOptions,
): Promise<Answer<T>> {
  let lost = false;
  const tracked: Write<T, P> = (body, ifMatch) =>
    write(body, ifMatch).catch((error) => {
      lost ||= ambiguous(error);
      throw error;
    });
  try {
    return await change(patch, read, tracked, options);
  } catch (error) {
    if (!lost || !isApiError(error) || error.status !== 404) throw error;
    const { requestId, attempts = 1 } = error;
    const nothing = undefined as T;
    return {
      data: nothing,
      status: 204,
      headers: new Headers(),
      requestId,
      etag: undefined,
      attempts,
      replayed: false,
    };
  }
}
