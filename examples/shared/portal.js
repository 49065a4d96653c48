// What the demo portals share: language and theme from the address, and the demo's sign-in. No look and no words.

const languages = ["en", "zh-Hans", "zh-Hant"];
const kept = ["lang", "theme", "as"];
const darkSystem = matchMedia("(prefers-color-scheme: dark)");
const english = new WeakMap();
let dictionaries = {};

/** What the visitor chose, as the address says it: choices live there, so links keep them and nothing is stored. */
export function chosen(name) {
  return new URLSearchParams(location.search).get(name);
}

/** An address on this site that keeps the visitor's choices. */
export function link(path, changes = {}) {
  const url = new URL(path, location.href);
  for (const name of kept) {
    const value = chosen(name);
    if (value) url.searchParams.set(name, value);
  }
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return url.href;
}

/** Puts changes into the address without loading the page again. */
export function choose(changes) {
  history.replaceState(history.state, "", link(location.href, changes));
  dress();
}

/** Dresses the page in the visitor's language and theme; texts are `{ [language]: { [key]: text } }`, English is the page's own. */
export function startPortal(texts) {
  dictionaries = texts;
  for (const anchor of document.querySelectorAll("a[data-lang]")) {
    anchor.addEventListener("click", (event) => {
      event.preventDefault();
      choose({ lang: anchor.dataset.lang });
    });
  }
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    button.addEventListener("click", () => choose({ theme: theme() === "dark" ? "light" : "dark" }));
  }
  darkSystem.addEventListener("change", dress);
  dress();
}

/** Says `data-text` and `data-label` within a node in the visitor's language. */
export function translate(root) {
  const dictionary = dictionaries[language()] ?? {};
  for (const element of root.querySelectorAll("[data-text], [data-label]")) {
    const { text, label } = element.dataset;
    if (!english.has(element))
      english.set(element, [element.textContent, element.getAttribute("aria-label")]);
    const [ownText, ownLabel] = english.get(element);
    if (text) element.textContent = dictionary[text] ?? ownText;
    if (label) element.setAttribute("aria-label", dictionary[label] ?? ownLabel);
  }
}

/**
 * Signs a demo persona in: the one the address names, or the first. A real portal has its own session here and asks
 * its own server for the token. A guest, or a server without the demo, gets no `auth`.
 */
export async function signIn({ as, industry }) {
  const select = document.querySelector("[data-persona]");
  select?.addEventListener("change", () => location.assign(link(location.href, { as: select.value })));
  if (select && chosen("as") === "guest") select.value = "guest";
  const personas = await demoPersonas(as, industry);
  select?.append(...personas.map(({ id, name }) => new Option(name, id)));
  if (select?.value === "guest" && chosen("as") === "guest") return {};
  const person = personas.find(({ id }) => id === chosen("as")) ?? personas[0];
  if (!person) return {};
  if (select) select.value = person.id;
  const identity = as === "customer" ? { customerId: person.id } : { staffId: person.id };
  return { person, auth: () => demoToken({ as, industry, ...identity }) };
}

async function demoPersonas(as, industry) {
  try {
    const response = await fetch(`/demo/people?industry=${industry}`);
    const { customers, staff } = await response.json();
    if (as === "customer") return customers.map(({ id, displayName }) => ({ id, name: displayName }));
    return staff.filter(({ principal }) => principal === as);
  } catch {
    return [];
  }
}

async function demoToken(claims) {
  const response = await fetch("/demo/token", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(claims),
  });
  if (!response.ok) throw new Error(`The demo gave no token: ${response.status}`);
  const { token } = await response.json();
  return token;
}

function language() {
  const wanted = chosen("lang");
  if (languages.includes(wanted)) return wanted;
  const [first = "en"] = navigator.languages;
  if (!/^zh\b/i.test(first)) return "en";
  return /hant|tw|hk|mo/i.test(first) ? "zh-Hant" : "zh-Hans";
}

function theme() {
  const wanted = chosen("theme");
  if (wanted === "light" || wanted === "dark") return wanted;
  return darkSystem.matches ? "dark" : "light";
}

function dress() {
  const root = document.documentElement;
  root.lang = language();
  root.dataset.theme = theme();
  translate(document);
  for (const provider of document.querySelectorAll("crm-provider")) provider.setAttribute("theme", theme());
  for (const button of document.querySelectorAll("[data-theme-switch]"))
    button.ariaPressed = String(theme() === "dark");
  for (const anchor of document.querySelectorAll("a[href]:not([href^='#'])")) {
    if (anchor.origin === location.origin) anchor.href = link(anchor.href);
  }
  for (const anchor of document.querySelectorAll("a[data-lang]")) {
    anchor.href = link(location.href, { lang: anchor.dataset.lang });
    anchor.ariaCurrent = anchor.dataset.lang === root.lang ? "true" : null;
  }
}
