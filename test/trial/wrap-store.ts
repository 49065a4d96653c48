import type { Feed, Repositories, Store, Transaction } from "@portico/server";

/** Everything a store's methods hang on. */
interface Parts extends Transaction {
  readonly feed: Feed;
}

type Wrapping<T> = T extends (...args: never[]) => unknown
  ? (original: T, repositories: Repositories) => T
  : { readonly [Method in keyof T]?: (original: T[Method], repositories: Repositories) => T[Method] };

/** By repository and method: what takes the method's place; it gets the original and its neighbours. */
export type StoreWrapping = { readonly [Part in keyof Parts]?: Wrapping<Parts[Part]> };

/** Replaces methods wherever they are reached from: the store, its reads, its transactions. The rest is untouched. */
export const onStore =
  (wrapping: StoreWrapping) =>
  (store: Store): Store => ({
    ...wrapped(store, wrapping),
    read: (work) => store.read((repositories) => work(wrapped(repositories, wrapping))),
    transaction: (work) => store.transaction((tx) => work(wrapped(tx, wrapping))),
  });

type Method = (...args: unknown[]) => unknown;
type Wrap = (original: Method, repositories: Repositories) => Method;

function wrapped<T extends Repositories>(repositories: T, wrapping: StoreWrapping): T {
  const parts = repositories as unknown as Record<string, object | Method>;
  const replaced = Object.entries(wrapping as Record<string, Wrap | Record<string, Wrap>>).flatMap(
    ([name, wraps]) => {
      const part = parts[name];
      if (part === undefined) return [];
      return [[name, replace(part, wraps, repositories)]];
    },
  );
  return { ...repositories, ...Object.fromEntries(replaced) };
}

function replace(part: object | Method, wraps: Wrap | Record<string, Wrap>, repositories: Repositories) {
  if (typeof wraps === "function") return wraps(part as Method, repositories);
  const methods = part as Record<string, Method>;
  const replaced = Object.entries(wraps).map(([name, wrap]) => {
    const original = methods[name];
    if (!original) throw new Error(`There is no method ${name} to wrap`);
    return [name, wrap(original.bind(part), repositories)];
  });
  return { ...part, ...Object.fromEntries(replaced) };
}
