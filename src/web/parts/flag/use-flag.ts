import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react'
import type { DraftChild, FlagDraft } from '../../../domain/flag/draft.ts'
import { pathTo, type Question } from '../../../domain/flag/fields.ts'
import { type Need, needsOf } from '../../../domain/flag/questions.ts'
import type { FlaggingUnit, FormGround } from './answers.ts'
import type { Checked, checked, Faults } from './check.ts'
import { asAsked, newChild, withAnswer } from './draft.ts'
import { useReceivers } from './use-receivers.ts'

/** The flag being written, and everything that its parts on the screen need to know. */
export interface FlagInHand {
  today: string
  units: readonly FlaggingUnit[]
  districts: FormGround['districts']
  unit: FlaggingUnit | undefined
  /** All that was typed. */
  draft: FlagDraft
  /** What stands on the screen now, and would be sent. */
  asked: FlagDraft
  children: readonly DraftChild[]
  faults: Faults
  /** How many times it was tried to send with something missing. */
  attempt: number
  need: (question: Question, place?: number) => Need
  answer: (path: string, value: unknown) => void
  addChild: () => string
  removeChild: (id: string) => void
  replace: (draft: FlagDraft) => void
  /** The whole flag held against the schema. */
  check: () => Promise<Checked>
  blame: (faults: Faults) => void
}

export const FlagContext = createContext<FlagInHand | null>(null)

export function useFlag(): FlagInHand {
  const flag = use(FlagContext)
  if (!flag) throw new Error('useFlag is used outside the flag form')
  return flag
}

export function useFlagInHand(initial: FlagDraft, { today, units, districts, isRouted }: FormGround): FlagInHand {
  const [draft, setDraft] = useState<FlagDraft>(() => withUnit(initial, units))
  const [told, setTold] = useState<{ faults: Faults; attempt: number }>({ faults: {}, attempt: 0 })
  const asked = useMemo(() => asAsked(draft, today), [draft, today])
  const children = asked.children ?? []
  const own = units.find(({ unitId }) => unitId === asked.senderUnitId)
  const unit = useReceivers(own, asked, today, isRouted)
  const needs = useMemo(() => needsByPath(asked, today), [asked, today])

  const change = useCallback((alter: (before: FlagDraft) => FlagDraft, path?: string) => {
    setDraft(alter)
    // An error goes when its field changes; nothing new is complained about until the next attempt.
    setTold((before) => {
      if (path === undefined || !(path in before.faults)) return before
      const { [path]: _, ...faults } = before.faults
      return { ...before, faults }
    })
  }, [])
  const checker = useChecker()
  const check = async () => (checker ?? (await schema()).checked)(asked, unit, today)
  return {
    today,
    units,
    districts,
    unit,
    draft,
    asked,
    children,
    faults: checker ? stillThere(told.faults, () => checker(asked, unit, today)) : told.faults,
    attempt: told.attempt,
    need: (question, place) => needs.get(pathTo(question, place ?? 0)) ?? 'hidden',
    answer: (path, value) => change((before) => withAnswer(before, path, value), path),
    addChild() {
      const child = newChild()
      change((before) => ({ ...before, children: [...(before.children ?? []), child] }))
      return child.id
    },
    removeChild(id) {
      change((before) => ({ ...before, children: before.children?.filter((child) => child.id !== id) }))
      setTold((before) => ({ ...before, faults: {} }))
    },
    replace: (next) => change(() => withUnit(next, units)),
    check,
    blame: (faults) => setTold((before) => ({ faults, attempt: before.attempt + 1 })),
  }
}

// The schema weighs more than the form: it is fetched while the first answers are given.
const schema = () => import('./check.ts')

function useChecker(): typeof checked | null {
  const [checker, setChecker] = useState<typeof checked | null>(null)
  useEffect(() => {
    schema().then(
      ({ checked }) => setChecker(() => checked),
      () => undefined, // asked for again when the flag is sent
    )
  }, [])
  return checker
}

/** Someone with one unit is not asked which. */
function withUnit(draft: FlagDraft, units: readonly FlaggingUnit[]): FlagDraft {
  const known = units.some(({ unitId }) => unitId === draft.senderUnitId)
  return { ...draft, senderUnitId: known ? draft.senderUnitId : units.length === 1 ? units[0]?.unitId : undefined }
}

function needsByPath(asked: FlagDraft, today: string): Map<string, Need> {
  const needs = [undefined, ...(asked.children ?? [])].flatMap((child, place) =>
    needsOf(asked, today, child).map(({ question, need }) => [pathTo(question, place - 1), need] as const),
  )
  return new Map(needs)
}

/** What an earlier attempt was told, less what other answers have put right or taken away. */
function stillThere(faults: Faults, check: () => Checked): Faults {
  if (Object.keys(faults).length === 0) return faults
  const now = check()
  if (now.ok) return Object.fromEntries(Object.entries(faults).filter(([, code]) => isFromServer(code)))
  return Object.fromEntries(Object.entries(faults).filter(([path, code]) => path in now.faults || isFromServer(code)))
}

const fromServer = 'server:'
const isFromServer = (code: string) => code.startsWith(fromServer)

/** A fault that only the server could see: it stays until its field changes. */
export const faultFromServer = (code: string) => `${fromServer}${code}`
export const codeOf = (fault: string) => fault.replace(fromServer, '')
