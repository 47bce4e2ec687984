import type { DraftChild, FlagDraft } from '../../../domain/flag/draft.ts'
import { childQuestions, pathTo, type Question } from '../../../domain/flag/fields.ts'
import { isBlank, needsOf } from '../../../domain/flag/questions.ts'
import { leadToTrack } from '../../../domain/flag/tracks.ts'

export function newChild(): DraftChild {
  return { id: crypto.randomUUID(), known: 'known' }
}

/** Nothing about safety is answered beforehand; that an answer is wanted is the honest guess. */
export function newDraft(): FlagDraft {
  return { children: [newChild()], openness: { feedbackWanted: true } }
}

export function valueAt(source: unknown, path: string): unknown {
  return path.split('.').reduce((value, key) => (isRecord(value) ? value[key] : undefined), source)
}

/** The draft with one answer changed. The path is a question's own, so that the shape stays a draft's. */
export function withAnswer(draft: FlagDraft, path: string, value: unknown): FlagDraft {
  return put(draft, path.split('.'), value) as FlagDraft
}

function put(holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(holder)) return holder.map((item, i) => (String(i) === key ? put(item, rest, value) : item))
  const kept = isRecord(holder) ? holder : {}
  return { ...kept, [key]: put(kept[key], rest, value) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/**
 * The draft as it stands on the screen: without answers to questions that later answers took away. What was typed
 * there stays in the draft itself, and comes back with its question; it is never sent unseen.
 */
export function asAsked(draft: FlagDraft, today: string): FlagDraft {
  const leftover = firstLeftover(draft, today)
  return leftover === undefined ? draft : asAsked(withAnswer(draft, leftover, undefined), today)
}

function firstLeftover(draft: FlagDraft, today: string): string | undefined {
  const hidden = [undefined, ...(draft.children ?? [])].flatMap((child, place) =>
    needsOf(draft, today, child)
      .filter(({ need }) => need === 'hidden')
      .map(({ question }) => pathTo(question, place - 1)),
  )
  return hidden.find((path) => !isBlank(valueAt(draft, path)))
}

const decidesTrack = /^(safety|everyday|child\.(concern|needOfSupport|whereabouts))/

/** Enough is answered for the lead to be said: it is A, or every demanded question that can change it has its answer. */
export function isSettled(asked: FlagDraft, child: DraftChild, today: string): boolean {
  if (leadToTrack(asked, child, today).track === 'A') return true
  const place = asked.children?.indexOf(child) ?? 0
  return [...needsOf(asked, today), ...needsOf(asked, today, child)]
    .filter(({ question, need }) => need === 'required' && decidesTrack.test(question))
    .every(({ question }) => !isBlank(valueAt(asked, pathTo(question, place))))
}

/** The question at a path of the draft; undefined for what is no question: the list of children, the unit. */
export function questionAt(path: string): Question | string {
  return path.replace(/^children\.\d+\./, 'child.')
}

export function childAt(path: string): number | undefined {
  const place = /^children\.(\d+)/.exec(path)?.[1]
  return place === undefined ? undefined : Number(place)
}

export const isChildQuestion = (question: string): question is (typeof childQuestions)[number] =>
  childQuestions.some((known) => known === question)
