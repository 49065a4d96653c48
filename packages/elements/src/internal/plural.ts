/** A wording for each plural category of CLDR that a language has; `other` serves those that are left out. */
type PluralForms = { readonly other: string } & { readonly [Category in Intl.LDMLPluralRule]?: string };

/** Chooses a wording by the plural rule of a language: Arabic has six, English two, Chinese one. */
export function plural(locale: string, count: number, forms: PluralForms): string {
  return forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
}
