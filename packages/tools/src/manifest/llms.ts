import { choicesOf, type Element, oneLine, typeOf } from "./manifest.ts";

/** `llms.txt`: the whole of the elements in a form that costs few words to read. */
export function llmsText(elements: readonly Element[]): string {
  return `# Portico elements

> Custom elements that show and take service requests, customer profiles and satisfaction in any portal, a typed SDK for
> apps that want no tags, and one open contract (OpenAPI 3.1) that any backend can honour.

## Install

- With a bundler: \`npm install @portico/elements\`, then \`import "@portico/elements/define/NAME"\` for each tag used.
- Without: \`<script type="module" src="/portico/portico.js"></script>\` from \`dist/cdn\` defines every tag.
- React: \`import { CrmRating } from "@portico/react"\`. Types of plain tags: \`import type {} from "@portico/elements/jsx"\`,
  \`/vue\` or \`/svelte\`.

## Rules of every tag

- It stands inside \`<crm-provider base-url="…">\` (or names one by \`provider="id"\`), takes an id attribute and fetches, or
  takes an object property and makes no request. Objects and functions are properties, never attributes.
- Asynchronous states, each also a \`:state()\`, a slot and \`event.detail.state\` of \`crm-state\`: initial, loading, ready,
  empty, partial, stale, unauthorized, forbidden, not-found, offline, error. \`retry()\` loads again.
- \`crm-error\` carries \`detail.error\` and \`detail.code\`. Language follows the nearest \`lang\`, direction the nearest \`dir\`.
- Look: custom properties \`--crm-*\`, \`::part()\`, slots. No inline styles; a strict content security policy holds.

## Tags

${elements.map(tagText).join("\n\n")}

## Recipes

Sign in, and out again:

\`\`\`js
const crm = document.querySelector("crm-provider");
crm.auth = async () => (await fetch("/my/token")).text(); // leave it out for guests
crm.baseUrl = "https://crm.example.com"; // last, so that nothing is asked for as a guest
crm.signOut();
\`\`\`

Show data the page already has, without a request:

\`\`\`js
document.querySelector("crm-request-tracker").request = request;
\`\`\`

Go to a request that was chosen:

\`\`\`js
document.addEventListener("crm-request-select", ({ detail }) => location.assign(\`/requests/\${detail.request.id}\`));
\`\`\`

Own words where a list is empty:

\`\`\`html
<crm-request-list><p slot="empty">No requests yet.</p></crm-request-list>
\`\`\`

## More

- [Custom elements manifest](custom-elements.json): all of this for machines.
- [A page for each tag](docs/elements), [least privilege](docs/privileges.md), [tokens](docs/tokens.md).
- The wire contract: OpenAPI 3.1, \`@portico/contract/openapi.json\`; a backend serves its own at \`/v1/capabilities\`.
- The SDK: \`import { createClient } from "@portico/sdk"\`.
`;
}

function tagText(element: Element): string {
  const { tag, description, properties, methods, events, slots, operations } = element;
  const states = new Set(element.states.map(({ name }) => name));
  const own = slots.filter(({ name }) => !states.has(name)).map(({ name }) => name || "(default)");
  const lines: [string, readonly string[]][] = [
    ["Properties", properties.map(property)],
    ["Methods", methods.map(({ name }) => `${name}()`)],
    ["Events", events.map((event) => `${event.name}: ${typeOf(event)}`)],
    ["Slots", own],
    ["Calls", operations],
  ];
  return [
    `### <${tag}>`,
    oneLine(description),
    ...lines.filter(([, items]) => items.length > 0).map(([name, items]) => `${name}: ${items.join("; ")}.`),
  ].join("\n");
}

function property(member: Element["properties"][number]): string {
  const choices = choicesOf(member);
  const type =
    choices.length > 0 ? choices.join("/") : typeOf(member).replace(/( \| (null|undefined))+$/, "");
  const name = member.attribute ?? `.${member.name}`;
  return `${name} (${type})`;
}
