import { randomBytes } from "node:crypto";

let last = 0n;

/**
 * A new identifier: a UUID of version 7 (RFC 9562 §5.7, method 3 for order within a millisecond), so that ids made by
 * one server sort by their age. Readers must take it as opaque.
 */
export function newId(now = Date.now()): string {
  const random = randomBytes(8).readBigUInt64BE();
  // 48 bits of time and 12 of counter; never behind the one before.
  const clock = BigInt(now) << 12n;
  last = clock > last ? clock : last + 1n;
  const hex = last.toString(16).padStart(15, "0");
  const tail = ((random & 0x3fffffffffffffffn) | 0x8000000000000000n).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12, 15)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
