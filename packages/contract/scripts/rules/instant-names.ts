import { propertyRule, refersTo } from "./property-rule.ts";

/** A name tells an instant (`createdAt`) from a day (`birthDate`), and the format agrees. */
export const instantNames = propertyRule((name, property) => {
  const isInstant = property.format === "date-time" || refersTo(property, "Timestamp");
  const isDay = property.format === "date" || refersTo(property, "Day");
  return [
    ...(/[a-z]At$/.test(name) && !isInstant
      ? [`\`${name}\` is an instant: give it the format date-time.`]
      : []),
    ...(/(^d|D)ate$/.test(name) && !isDay && !isInstant
      ? [`\`${name}\` is a day: give it the format date.`]
      : []),
  ];
});
