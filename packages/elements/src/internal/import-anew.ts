/**
 * Firefox never asks again for a module that did not come once; under another fragment it does. Not on a page with an
 * import map: its hashes are of addresses, and what it has refused under one would pass under another.
 *
 * @param failure of the import, which names the address.
 */
export function importAnew<Module>(failure: Error): Promise<Module> {
  const address = /http\S+/.exec(failure.message)?.[0];
  if (!address || document.querySelector("script[type=importmap]")) throw failure;
  // All elements that lack the same words ask within milliseconds: they share one request.
  const moment = Math.trunc(Date.now() / 10);
  return import(/* @vite-ignore */ `${address}#${moment}`);
}
