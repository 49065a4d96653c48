import { propertyRule } from "./property-rule.ts";

/** Every member says what it means, itself or through the schema it refers to. */
export const describedProperties = propertyRule((name, property) =>
  property.$ref === undefined && !property.description ? [`\`${name}\` has no description.`] : [],
);
