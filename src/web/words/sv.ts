import { late } from './late.ts'
import { common } from './sv/common.ts'
import { errors } from './sv/errors.ts'
import { shell } from './sv/shell.ts'

const { areas, fetch } = late({
  flag: async () => (await import('./sv/flag.ts')).flag,
  identityProvider: async () => (await import('./sv/identity-provider.ts')).identityProvider,
  inbox: async () => (await import('./sv/inbox.ts')).inbox,
  manager: async () => (await import('./sv/manager.ts')).manager,
  notices: async () => (await import('./sv/notices.ts')).notices,
  people: async () => (await import('./sv/people.ts')).people,
  organisation: async () => (await import('./sv/organisation.ts')).organisation,
  emergency: async () => (await import('./sv/protected.ts')).emergency,
  protectedPersons: async () => (await import('./sv/protected.ts')).protectedPersons,
  referral: async () => (await import('./sv/referral.ts')).referral,
  signIns: async () => (await import('./sv/sign-ins.ts')).signIns,
  refusals: async () => (await import('./sv/refusals.ts')).refusals,
  review: async () => (await import('./sv/review.ts')).review,
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
  [/^/, ['refusals']],
  [/^\/(flagga|mina-flaggor|kvittens)/, ['flag']],
  [/^\/(inkorg|orosanmalan|sok|n)\b/, ['inbox', 'referral', 'steps', 'protectedPersons', 'emergency']],
  [/^\/(administration|franvaro)/, ['people']],
  [/^\/granskning/, ['review']],
  [/^\/orosanmalan\/[^/]+\/lasningar/, ['review']],
  [/^\/chef/, ['manager', 'inbox']],
  [/^\/administration\/(enheter|vagar)/, ['organisation']],
  [/^\/skyddade/, ['protectedPersons', 'inbox', 'referral']],
  [/^\/nodoppning/, ['emergency']],
  [/^\/(notiser|post)/, ['notices']],
  [/^\/administration\/inloggning/, ['identityProvider']],
  [/^\/(logga-in|mina-inloggningar)/, ['signIns']],
  [/^\/$/, ['start', 'inbox', 'referral', 'notices']],
]

/** Begins to fetch the words of the page to come, beside its code and its data. */
export function fetchWordsFor(path: string): void {
  if (document.documentElement.lang !== 'sv') return
  for (const [pattern, names] of areasOf) if (pattern.test(path)) names.forEach(fetch)
}
