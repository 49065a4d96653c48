import { type Arrived, backend, json, problem } from "./fault-server.js";

/** What becomes of a POST: nothing of it arrives, its answer is lost, or it is refused. */
export type Fault =
  | "request-lost"
  | "answer-lost"
  | {
      readonly status: number;
      readonly code: string;
      readonly headers?: Record<string, string>;
      readonly more?: object;
    };

/** Something a POST has made. */
export interface Made {
  readonly id: string;
  readonly path: string;
  readonly key: string;
  /** Subject of the token it was sent with, or the token where it says nothing. */
  readonly sender: string | undefined;
  readonly body: Record<string, unknown>;
}

/** A token that speaks of somebody, as far as a client can read. */
export const tokenOf = (sub: string): string =>
  `e30.${Buffer.from(JSON.stringify({ sub, principal: "customer" })).toString("base64url")}.s`;

/** A backend on a socket that carries out each key once, with faults to come in `faults`, one for each POST. */
export async function keyedBackend() {
  const faults: (Fault | undefined)[] = [];
  const made = new Map<string, Made>();
  const forgotten = new Set<string>();
  const state = { down: false, delayMs: 0, busy: 0, busiest: 0 };

  const server = await backend(async (request, response) => {
    if (state.down) return response.destroy() && undefined;
    if (request.method === "GET")
      return json(response, { principal: "customer", id: subOf(request), scopes: [] });
    state.busy += 1;
    state.busiest = Math.max(state.busiest, state.busy);
    if (state.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, state.delayMs));
    state.busy -= 1;
    const fault = faults.shift();
    if (fault === "request-lost") return response.destroy() && undefined;
    if (typeof fault === "object") {
      return problem(response, fault.status, fault.code, fault.headers, fault.more);
    }
    const key = String(request.headers["idempotency-key"]);
    const body = bodyOf(request);
    const lost = (body.attachmentIds as string[] | undefined)?.findIndex((id) => forgotten.has(id)) ?? -1;
    if (lost >= 0 && !made.has(key)) {
      const errors = [{ pointer: `/attachmentIds/${lost}`, code: "unknown-reference", message: "Gone." }];
      return problem(response, 422, "validation-failed", {}, { errors });
    }
    const result = made.get(key) ?? {
      id: `id-${made.size + 1}`,
      path: request.path,
      key,
      sender: subOf(request),
      body,
    };
    made.set(key, result);
    if (fault === "answer-lost") return response.destroy() && undefined;
    json(response, { id: result.id }, {}, 201);
  });

  return {
    ...server,
    faults,
    forgotten,
    state,
    /** Everything that was made, in order. */
    made: (path?: string) => [...made.values()].filter((one) => path === undefined || one.path === path),
    posts: () => server.requests.filter(({ method }) => method === "POST"),
  };
}

function bodyOf({ body, headers }: Arrived): Record<string, unknown> {
  return headers["content-type"] === "application/json" ? JSON.parse(body) : { content: body };
}

function subOf({ headers }: Arrived): string | undefined {
  const token = headers.authorization?.replace("Bearer ", "");
  const payload = token?.split(".")[1];
  return payload ? JSON.parse(Buffer.from(payload, "base64url").toString()).sub : token;
}
