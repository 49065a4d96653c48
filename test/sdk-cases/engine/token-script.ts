import type { TokenAnswer } from "./case.ts";

/** A provider that answers as the case says and notes why it was asked. */
export class TokenScript {
  readonly asked: string[] = [];
  #answers: readonly TokenAnswer[];
  #given = 0;

  constructor(answers: readonly TokenAnswer[]) {
    this.#answers = answers;
  }

  /** What is answered from now on. */
  replace(answers: readonly TokenAnswer[]): void {
    this.#answers = answers;
    this.#given = 0;
  }

  async answer(reason: string): Promise<string | null> {
    this.asked.push(reason);
    const answer = this.#answers[Math.min(this.#given, this.#answers.length - 1)] ?? null;
    this.#given += 1;
    if (answer === null || typeof answer === "string") return answer;
    if (answer.after) await new Promise((resolve) => setTimeout(resolve, answer.after));
    if (answer.hangs) await new Promise(() => undefined);
    if (answer.throws !== undefined) throw new Error(answer.throws);
    // A host in plain JavaScript is held by no type.
    if (answer.undefined) return undefined as unknown as null;
    return answer.claims
      ? jwtOf(answer.token ?? "jwt", answer.claims, answer.milliseconds)
      : (answer.token ?? null);
  }
}

/** A token whose times are told in seconds from now, and whose signature is its name. */
function jwtOf(name: string, claims: Record<string, unknown>, milliseconds = false): string {
  const now = Math.floor(Date.now() / 1000);
  const times = Object.entries(claims).map(([claim, value]) => {
    const time = (claim === "exp" || claim === "iat" || claim === "nbf") && typeof value === "number";
    return [claim, time ? (now + value) * (milliseconds ? 1000 : 1) : value];
  });
  const payload = btoa(JSON.stringify(Object.fromEntries(times)));
  return `e30.${payload.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}.${name}`;
}
