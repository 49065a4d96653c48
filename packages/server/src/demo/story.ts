import type { PartyRef } from "@portico/contract";
import type { Course } from "./courses.js";
import { expand, type Slots } from "./grammar.js";
import type { Happening } from "./history.js";
import type { RequestStage } from "./industry.js";
import type { Language, Script } from "./matter.js";
import { phrases } from "./phrases.js";
import type { Random } from "./random.js";
import { toTraditional } from "./script.js";
import { afterWorking, day, hour, minute, whenOpen } from "./working-hours.js";

export interface Cast {
  customer: PartyRef;
  handler: PartyRef & { unitId: string; holder: string };
  dispatcher: PartyRef;
  supervisor: PartyRef;
}

export interface Plot {
  kind: string;
  course: Course;
  script: Script;
  language: Language;
  slots: Slots;
  /** Which of the script's variants is told. */
  turn: number;
  cast: Cast;
  start: number;
  /** 1 in ordinary weeks, more when there is more to do than hands. */
  load: number;
  metric: "csat" | "ces";
  /** Where a persona's story stops. */
  until?: RequestStage;
}

/** Hours within which customers expect a result. */
const expectedHours: Record<string, number> = { fault: 4.75, complaint: 130, application: 220, enquiry: 44 };

/** Tells what happens with a request from the first word to the last, oldest first; some of it may lie ahead. */
export function tell(plot: Plot, random: Random): Happening[] {
  const { course, script, cast, start, until } = plot;
  const { customer, handler, dispatcher, supervisor } = cast;
  const say = speaker(plot, random);
  const words = phrases[plot.language === "en" ? "en" : "zh"];
  const told: Happening[] = [{ at: start, type: "created", author: customer, stage: "received" }];
  const add = (happening: Happening) => told.push(happening);
  const worked = (from: number, duration: number) =>
    course.aroundTheClock ? from + duration : afterWorking(from, duration);
  const ordinary = until === undefined;

  if (ordinary && random.chance(course.withdrawn)) {
    const at = start + random.lognormal(90 * minute, 0.8);
    return [
      ...told,
      { at, type: "stateChange", author: customer, moveTo: "cancelled", text: say(words.withdrawn) },
    ];
  }

  const dispatchedAt = worked(start, random.lognormal(course.aroundTheClock ? 7 * minute : 50 * minute, 0.6));
  add({
    at: dispatchedAt,
    type: "assignment",
    author: dispatcher,
    handler: { id: handler.id, name: handler.holder, unitId: handler.unitId },
    keeps: ["firstResponse"],
  });
  add({
    at: dispatchedAt + 1000,
    type: "stateChange",
    author: dispatcher,
    moveTo: "inProgress",
    status: "dispatched",
  });
  if (random.chance(0.2))
    add({
      at: dispatchedAt + 2000,
      type: "note",
      author: dispatcher,
      internal: true,
      text: say(words.dispatched),
    });

  const duration = random.lognormal(course.medianHours * hour, course.spread) * plot.load;
  const resolvedAfter = (share: number) => worked(dispatchedAt, duration * share);
  add({
    at: worked(dispatchedAt, random.between(3, 12) * minute),
    type: "reply",
    author: handler,
    ...(plot.kind === "fault" ? {} : { status: "inHand" }),
    text: say(script.answer),
    stage: "inHand",
  });
  if (plot.kind === "fault") {
    const arrival = dispatchedAt + random.lognormal(26 * minute, 0.35) * plot.load;
    add({
      at: arrival,
      type: "note",
      author: handler,
      status: "onSite",
      keeps: ["onSite"],
      text: say(words.arrived),
    });
  }
  if (random.chance(0.45))
    add({
      at: resolvedAfter(0.3),
      type: "comment",
      author: handler,
      internal: true,
      text: say(script.inside),
    });

  let delay = 0;
  const asksBack = until === "waitingForCustomer" || (ordinary && random.chance(course.asksBack));
  if (asksBack && script.question) {
    const askedAt = resolvedAfter(0.4);
    const answeredAt = askedAt + random.lognormal(7 * hour, 0.9);
    add({ at: askedAt, type: "reply", author: handler, text: say(script.question) });
    add({
      at: askedAt + 1000,
      type: "stateChange",
      author: handler,
      moveTo: "pending",
      stage: "waitingForCustomer",
    });
    add({ at: answeredAt, type: "reply", author: customer, text: say(script.supply ?? words.thanks) });
    add({
      at: whenOpen(answeredAt) + 20 * minute,
      type: "stateChange",
      author: handler,
      moveTo: "inProgress",
    });
    delay += whenOpen(answeredAt) + 20 * minute - askedAt;
  }
  if (until === "held" || (ordinary && random.chance(course.held))) {
    const heldAt = resolvedAfter(0.6) + delay;
    const resumedAt = whenOpen(heldAt + random.between(1, 6) * day);
    add({
      at: heldAt,
      type: "stateChange",
      author: handler,
      moveTo: "held",
      text: say(words.waitingForPart),
      stage: "held",
    });
    add({
      at: resumedAt,
      type: "stateChange",
      author: handler,
      moveTo: "inProgress",
      text: say(words.partArrived),
    });
    delay += resumedAt - heldAt;
  }

  const settledAt = resolvedAfter(1) + delay;
  const waiting = (settledAt - start) / hour / (expectedHours[plot.kind] ?? 110);
  const urges =
    until === "urged"
      ? 1
      : !ordinary || customer.role !== "customer"
        ? 0
        : waiting > 1 && random.chance(0.4)
          ? random.integer(1, 2)
          : random.chance(0.03)
            ? 1
            : 0;
  for (let i = 0; i < urges; i++) {
    const urgedAt = start + (settledAt - start) * (0.55 + 0.25 * i);
    add({ at: urgedAt, type: "urge", author: customer, text: say(words.urge) });
    add({
      at: urgedAt + random.between(5, 40) * minute,
      type: "reply",
      author: handler,
      text: say(words.calmed),
      stage: "urged",
    });
  }
  const supervised = ordinary && (urges > 1 || (waiting > 2 && random.chance(0.3)));
  if (supervised) {
    const at = start + (settledAt - start) * 0.85;
    add({
      at,
      type: "comment",
      author: supervisor,
      internal: true,
      supervised: true,
      escalated: waiting > 3,
      text: say(words.supervised),
    });
  }

  const refused = ordinary && random.chance(course.refused);
  if (refused)
    return inOrder([
      ...told,
      {
        at: settledAt,
        type: "stateChange",
        author: handler,
        moveTo: "rejected",
        text: say(script.refusal ?? words.refusal),
      },
    ]);

  add({
    at: settledAt,
    type: "stateChange",
    author: handler,
    moveTo: "resolved",
    text: say(script.done),
    stage: "answered",
  });
  let endedAt = settledAt;
  const reopened = ordinary && customer.role === "customer" && random.chance(course.reopened);
  if (reopened) {
    const backAt = settledAt + random.between(4, 60) * hour;
    endedAt = worked(backAt, duration * 0.6 + hour);
    add({ at: backAt, type: "stateChange", author: customer, moveTo: "inProgress", text: say(words.reopen) });
    add({ at: backAt + 25 * minute, type: "reply", author: handler, text: say(words.reopened) });
    add({ at: endedAt, type: "stateChange", author: handler, moveTo: "resolved", text: say(words.again) });
  }
  if (random.chance(0.25))
    add({
      at: endedAt + random.between(5, 90) * minute,
      type: "reply",
      author: customer,
      text: say(words.thanks),
    });
  if (random.chance(0.3))
    add({
      at: afterWorking(endedAt, random.between(4, 14) * hour),
      type: "note",
      author: dispatcher,
      internal: true,
      text: say(words.callBack),
    });

  const closedAt = afterWorking(endedAt, random.between(14, 30) * hour);
  const asked = customer.role === "customer" && plot.kind !== "misconduct";
  if (until === "rated" || (ordinary && asked && random.chance(0.42))) {
    const mood =
      5.05 - 0.75 * Math.min(waiting, 4) ** 0.9 - 0.3 * urges - (reopened ? 0.9 : 0) + 0.55 * random.normal();
    const ratedAt = Math.min(closedAt - minute, endedAt + random.lognormal(3 * hour, 1));
    add({
      at: ratedAt,
      type: "rating",
      author: customer,
      ...judge(plot.metric, mood, random, (text) => say(text), words),
    });
  }
  add({
    at: closedAt,
    type: "stateChange",
    author: dispatcher,
    moveTo: "closed",
    stage: until === "rated" ? "rated" : "closed",
  });
  return inOrder(told);
}

const inOrder = (told: Happening[]): Happening[] => told.sort((a, b) => a.at - b.at);

type Words = (typeof phrases)["zh"];

/** What a mood from 1 to 5 gives on the metric's own scale, and what is said with it. */
function judge(
  metric: "csat" | "ces",
  mood: number,
  random: Random,
  say: (template: string) => string,
  words: Words,
) {
  const level = Math.round(Math.min(5, Math.max(1, mood)));
  const score = metric === "csat" ? level : Math.round(Math.min(7, Math.max(1, 1 + (mood - 1) * 1.5)));
  const comment =
    level === 5 ? words.delighted : level === 4 ? words.content : level === 3 ? words.neutral : words.annoyed;
  const topics =
    level >= 4 ? ["attitude", "competence", "result", "convenience"] : ["speed", "information", "result"];
  return {
    text: random.chance(level < 4 ? 0.7 : 0.4) ? say(comment) : null,
    rating: { metric, score, topics: topics.filter(() => random.chance(0.35)) },
  };
}

/** Fills templates in the plot's language. */
export function speaker(
  { language, slots, turn }: Pick<Plot, "language" | "slots" | "turn">,
  random: Random,
): (template: string) => string {
  return (template) => {
    const text = expand(template, random, slots, turn);
    if (language === "zh-Hant") return toTraditional(text);
    return language === "en"
      ? text.replace(/(^|[.?!] )([a-z])/g, (_, before, letter) => before + letter.toUpperCase())
      : text;
  };
}
