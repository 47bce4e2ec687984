import { late } from './late.ts'
import { common } from './sv/common.ts'
import { errors } from './sv/errors.ts'
import { shell } from './sv/shell.ts'

const { areas, fetch } = late({
  flag: async () => (await import('./sv/flag.ts')).flag,
  inbox: async () => (await import('./sv/inbox.ts')).inbox,
  manager: async () => (await import('./sv/manager.ts')).manager,
  notices: async () => (await import('./sv/notices.ts')).notices,
  emergency: async () => (await import('./sv/protected.ts')).emergency,
  protectedPersons: async () => (await import('./sv/protected.ts')).protectedPersons,
  referral: async () => (await import('./sv/referral.ts')).referral,
  start: async () => (await import('./sv/start.ts')).start,
  steps: async () => (await import('./sv/steps.ts')).steps,
})

/** The words of every page, and those that only their own pages need. */
export type Words = { common: typeof common; errors: typeof errors; shell: typeof shell } & typeof areas

/** Swedish is the source: its shape is the type that every other language must fill. */
export const sv: Words = Object.defineProperties(areas, {
  common: { value: common, enumerable: true },
  errors: { value: errors, enumerable: true },
  shell: { value: shell, enumerable: true },
}) as Words

const areasOf: readonly (readonly [path: RegExp, areas: readonly (keyof typeof areas)[]])[] = [
  [/^\/(flagga|mina-flaggor|kvittens)/, ['flag']],
  [/^\/(inkorg|orosanmalan|sok|n)\b/, ['inbox', 'referral', 'steps', 'protectedPersons', 'emergency']],
  [/^\/chef/, ['manager', 'inbox']],
  [/^\/skyddade/, ['protectedPersons', 'inbox', 'referral']],
  [/^\/nodoppning/, ['emergency']],
  [/^\/(notiser|post)/, ['notices']],
  [/^\/$/, ['start', 'inbox', 'referral', 'notices']],
]

/** Begins to fetch the words of the page to come, beside its code and its data. */
export function fetchWordsFor(path: string): void {
  if (document.documentElement.lang !== 'sv') return
  for (const [pattern, names] of areasOf) if (pattern.test(path)) names.forEach(fetch)
}
