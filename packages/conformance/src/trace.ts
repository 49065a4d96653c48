import { AsyncLocalStorage } from "node:async_hooks";
import type { Exchange } from "./http/exchange.js";

/** A check that is under way and what it has exchanged last. */
export class Trace {
  readonly check: string;
  readonly exchanges: Exchange[] = [];

  constructor(check: string) {
    this.check = check;
  }

  note(exchange: Exchange): void {
    this.exchanges.push(exchange);
    if (this.exchanges.length > mostExchanges) this.exchanges.shift();
  }
}

/** A fuzzing check sends thousands; a finding is about the last few. */
const mostExchanges = 100;

/** Which check the code that runs belongs to, since checks run side by side. */
export const currentTrace = new AsyncLocalStorage<Trace>();
