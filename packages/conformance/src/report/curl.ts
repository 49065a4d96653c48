interface CurlRequest {
  readonly method: string;
  readonly url: string;
  /** With `$TOKEN_A` and the like in the place of tokens. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** Longest body on a command line, in bytes; a longer one is to be put into a file. */
const longest = 4000;

/** A request as a command line for bash. Variables of tokens are left for the shell to fill in. */
export function toCurl({ method, url, headers, body }: CurlRequest): string {
  const address = URL.canParse(url) ? new URL(url).href : url;
  const { before, data } = dataOf(body);
  const named = Object.entries(headers).map(([name, value]) => `-H ${quoteWithToken(`${name}: ${value}`)}`);
  // Without one curl would call a body a form.
  const untyped = body !== undefined && !Object.keys(headers).some((name) => /^content-type$/i.test(name));
  const command = [
    "curl -ig",
    ...(method === "GET" ? [] : [method === "HEAD" ? "--head" : `-X ${method}`]),
    ...named,
    ...(untyped ? ["-H 'Content-Type:'"] : []),
    ...data,
    quoteWithToken(address),
  ];
  return `${before}${command.join(" ")}`;
}

function dataOf(body: string | Uint8Array | undefined): { before: string; data: string[] } {
  if (body === undefined) return { before: "", data: [] };
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  if (bytes.byteLength > longest) return { before: "", data: ["--data-binary @FILE"] };
  const text = textIn(bytes);
  if (text !== undefined) return { before: "", data: [`--data-raw ${quote(text)}`] };
  const encoded = Buffer.from(bytes).toString("base64");
  return { before: `base64 -d <<< ${encoded} | `, data: ["--data-binary @-"] };
}

/** The bytes as text that a command line can hold. */
function textIn(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const token = /\$TOKEN_[A-Z]+/;

/** In double quotes where the shell is to put a token in. */
const quoteWithToken = (text: string): string =>
  token.test(text) && !/["\\`!]|\$(?!TOKEN_)/.test(text) ? `"${text}"` : quote(text);
