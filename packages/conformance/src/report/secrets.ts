import type { Tokens } from "../session.js";

/** The variable of the environment that stands for each caller's token: in reports, and read by the command line. */
export const tokenVariables = {
  customerA: "TOKEN_A",
  customerB: "TOKEN_B",
  agent: "TOKEN_AGENT",
  manager: "TOKEN_MANAGER",
} as const satisfies Record<keyof Omit<Tokens, "guest">, string>;

/** A part of a token this long tells too much of it. */
const tellingLength = 8;

/** Keeps the tokens of a run out of what is written: a variable such as `$TOKEN_A` stands in their place. */
export class Secrets {
  readonly #tokens: readonly (readonly [token: string, variable: string])[];

  constructor(tokens: Tokens) {
    this.#tokens = Object.entries(tokenVariables)
      .flatMap(([name, variable]) => {
        const token = tokens[name as keyof typeof tokenVariables];
        return token ? [[token, variable] as const] : [];
      })
      // One may begin with another.
      .sort(([one], [other]) => other.length - one.length);
  }

  /** The text with its tokens as variables. */
  hide(text: string): string {
    return this.#tokens.reduce((rest, [token, variable]) => rest.replaceAll(token, `$${variable}`), text);
  }

  /** A value of JSON with its tokens as variables, however deep. */
  hideIn<T>(value: T): T {
    const hide = (_: string, item: unknown) => (typeof item === "string" ? this.hide(item) : item);
    return JSON.parse(JSON.stringify(value), hide) as T;
  }

  /** A header's value. A token that was tampered with is hidden too: most of it is the real one. */
  hideWithin(header: string, value: string): string {
    if (/^(set-)?cookie$/i.test(header)) return "…";
    if (!/authorization$/i.test(header)) return this.hide(value);
    const [scheme = "", ...credentials] = value.split(" ");
    const credential = credentials.join(" ");
    const own = this.#tokens.find(([token]) => token === credential);
    if (own) return `${scheme} $${own[1]}`;
    return this.#tells(value) ? (credential === "" ? "…" : `${scheme} …`) : value;
  }

  #tells(text: string): boolean {
    return this.#tokens.some(([token]) => {
      const length = Math.min(tellingLength, token.length);
      for (let at = 0; at + length <= text.length; at++)
        if (token.includes(text.slice(at, at + length))) return true;
      return false;
    });
  }
}
