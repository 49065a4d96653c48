export type * from "./generated/models.js";
export { maxAttachments, requestInputRules } from "./limits.js";
export * from "./operations.js";
export * from "./problems.js";
export {
  type FieldRule,
  type InputError,
  phonePattern,
  validateFields,
  validateValue,
} from "./validate-fields.js";
export * from "./validate-request.js";
export * from "./values.js";
