export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** The form that the language wants for the number, with `#` replaced by it: `count(2, { one: '# dag', other: '# dagar' })`. */
export function pluralIn(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count))
}
