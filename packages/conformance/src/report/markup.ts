const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What neither XML 1.0 nor HTML can hold; hostile input finds its way into messages. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text as it stands between tags or in an attribute of HTML and XML. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll(forbidden, "\uFFFD").replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
