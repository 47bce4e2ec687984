import { makeStore } from './store.ts'

export const schemeChoices = ['system', 'light', 'dark'] as const
export type SchemeChoice = (typeof schemeChoices)[number]

const kept = 'barnlanken.scheme'
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
let printing = false

function remembered(): SchemeChoice {
  const stored = localStorage.getItem(kept)
  return schemeChoices.find((known) => known === stored) ?? 'system'
}

export const schemeChoice = makeStore<SchemeChoice>(remembered())

function apply() {
  const choice = schemeChoice.get()
  const dark = choice === 'dark' || (choice === 'system' && prefersDark.matches)
  document.documentElement.dataset.scheme = dark && !printing ? 'dark' : 'light'
}

/** Follows the person's choice and the computer's. Paper is always light: dark ink colours print pale. */
export function followScheme() {
  apply()
  prefersDark.addEventListener('change', apply)
  for (const [event, starts] of [
    ['beforeprint', true],
    ['afterprint', false],
  ] as const) {
    addEventListener(event, () => {
      printing = starts
      apply()
    })
  }
}

export function chooseScheme(next: SchemeChoice) {
  localStorage.setItem(kept, next)
  schemeChoice.set(next)
  apply()
}
