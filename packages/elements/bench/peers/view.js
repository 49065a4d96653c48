// What a developer writes around any library of plain components: words for codes, dates and markup out of data.

const codes = {
  organization: "Organization",
  active: "Active",
  prospect: "Prospect",
  dormant: "Dormant",
  corporate: "Corporate",
  key: "Key account",
  phone: "Telephone",
  email: "E-mail",
  address: "Address",
  web: "Web",
  counter: "Counter",
  relationshipManager: "Relationship manager",
  specialist: "Specialist",
  value: "Value",
  risk: "Risk",
  relationGrade: "Relation",
  low: "Low",
  elevated: "Elevated",
  high: "High",
  normal: "Normal",
  watch: "Watch",
  rule: "Rule",
  fault: "Fault report",
  complaint: "Complaint",
  application: "Service application",
  enquiry: "Enquiry",
  misconduct: "Report of misconduct",
  suggestion: "Suggestion",
  opinion: "Opinion",
  praise: "Praise",
  acknowledged: "Received",
  inProgress: "In progress",
  pending: "Waiting for a reply",
  held: "On hold",
  resolved: "Resolved",
  closed: "Closed",
  rejected: "Refused",
  cancelled: "Withdrawn",
};
const classes = { A: "Class A", B: "Class B" };
const values = { A: "High", B: "Medium", C: "Low" };

export const kinds = "enquiry complaint fault application misconduct suggestion opinion praise".split(" ");
export const states = "acknowledged inProgress pending held resolved closed rejected cancelled".split(" ");
export const sorts = ["Latest change", "Newest first", "Oldest first", "Due soonest"];

export const word = (code) => codes[code] ?? code;
export const tierWord = (code) => classes[code] ?? word(code);
export const gradeWord = ({ kind, code }) => (kind === "value" ? values[code] : word(code));

const tones = {
  active: "success",
  prospect: "info",
  dormant: "warning",
  key: "info",
  A: "success",
  B: "info",
  low: "success",
  elevated: "warning",
  high: "danger",
  normal: "success",
  watch: "warning",
  acknowledged: "info",
  inProgress: "info",
  pending: "warning",
  resolved: "success",
};

/** A badge's words and tone: `neutral`, `info`, `success`, `warning` or `danger`. */
const mark = (text, tone = "neutral") => ({ text, tone });

export const customerMarks = ({ status, segment, tier }) => [
  mark(word(status), tones[status]),
  mark(word(segment)),
  mark(tierWord(tier), tier === "B" ? "neutral" : "info"),
];

export const gradeMark = (grade) => mark(gradeWord(grade), tones[grade.code]);

export const requestMarks = ({ state, marks }) => [
  mark(word(state), tones[state]),
  ...(marks.overdue ? [mark("Overdue", "danger")] : []),
  ...(marks.urgedCount > 0 ? [mark(`Urged ${marks.urgedCount} times`, "warning")] : []),
  ...(marks.supervised ? [mark("Supervised")] : []),
];

const numbers = new Intl.NumberFormat("en");
const dates = new Intl.DateTimeFormat("en", { dateStyle: "medium" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

export const number = (value) => numbers.format(value);
export const date = (time) => dates.format(new Date(time));
export const daysAgo = (time) =>
  relative.format(Math.trunc((Date.parse(time) - Date.now()) / 86_400_000), "day");

export function initials(name) {
  const words = name.split(" ");
  return (words[0][0] + words.at(-1)[0]).toUpperCase();
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Markup with its values made safe; a value that is markup itself, or a list of it, goes in as it is. */
export function markup(strings, ...parts) {
  return new Markup(strings.reduce((text, string, index) => text + textOf(parts[index - 1]) + string));
}

class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

function textOf(part) {
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join("");
  return part === undefined ? "" : String(part).replace(/[&<>"]/g, (character) => entities[character]);
}
