import type { Exchange } from "./http/exchange.js";
import type { RecordedExchange, ViolationResult } from "./report/report.js";
import type { Violation } from "./violation.js";

const tokenVariables: Readonly<Record<string, string>> = {
  customerA: "$TOKEN_A",
  customerB: "$TOKEN_B",
  agent: "$TOKEN_AGENT",
  manager: "$TOKEN_MANAGER",
};

/** A violation as it is reported: with its exchanges, without secrets, and how to see it again. */
export function recordViolation(
  { requirement, message, evidence }: Violation,
  checkId: string,
  url: string,
  path: string | null,
): ViolationResult {
  const exchanges = evidence.map((exchange) => recordExchange(exchange, url));
  return { requirement, message, replay: { case: checkId, path }, exchanges };
}

export function recordExchange(
  { caller, operation, request, response, failure }: Exchange,
  url: string,
): RecordedExchange {
  const { method, target, body } = request;
  const headers = withoutSecrets(request.headers, caller);
  const text = body instanceof Uint8Array ? `(${body.byteLength} bytes)` : (body ?? null);
  return {
    caller,
    operation: operation ?? null,
    request: { method, target, headers, body: text },
    response: response
      ? {
          status: response.status,
          headers: withoutSecrets(Object.fromEntries(response.headers), caller),
          body: response.text,
        }
      : null,
    failure: failure ?? null,
    curl: curlOf(method, `${url}${target}`, headers, text),
  };
}

function withoutSecrets(headers: Readonly<Record<string, string>>, caller: string): Record<string, string> {
  const hidden: Record<string, string> = {
    authorization: `Bearer ${tokenVariables[caller] ?? "$TOKEN"}`,
    "set-cookie": "…",
  };
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, hidden[name.toLowerCase()] ?? value]),
  );
}

function curlOf(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | null,
): string {
  const named = Object.entries(headers).map(
    ([name, value]) => `-H "${name}: ${value.replaceAll('"', '\\"')}"`,
  );
  const data = body === null ? [] : [`--data-raw '${body.replaceAll("'", "'\\''")}'`];
  return ["curl -i", `-X ${method}`, ...named, ...data, `'${url}'`].join(" ");
}
