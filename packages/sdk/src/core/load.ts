import { abortable } from "./abort.js";
import { ConnectionError, isCrmError } from "./errors.js";

/** Awaits code that loads when it is first used: what keeps it back is the network, as for any call. */
export async function loaded<Module>(module: Promise<Module>, signal?: AbortSignal): Promise<Module> {
  try {
    return await abortable(module, signal);
  } catch (cause) {
    throw isCrmError(cause) ? cause : new ConnectionError(cause);
  }
}
