import type { Formats } from "./format.js";

/** The contract's money: a decimal string, exact to the last digit, and an ISO 4217 code. */
export function money(
  { amount, currency }: { readonly amount: string; readonly currency: string },
  { number }: Formats,
): string {
  try {
    return number(amount as Intl.StringNumericLiteral, { style: "currency", currency });
  } catch {
    return `${amount} ${currency}`;
  }
}
