import { DomainError } from '../../../domain/errors.ts'
import type { FlagDraft } from '../../../domain/flag/draft.ts'
import { type Flag, flagSchema } from '../../../domain/flag/flag.ts'
import { basisForSupport, trackSoFar } from '../../../domain/flag/tracks.ts'
import type { FlaggingUnit } from './answers.ts'

/** The problem of each field at fault: a code of `fieldProblems`, or a refusal. */
export type Faults = Readonly<Record<string, string>>

export type Checked = { ok: true; flag: Flag } | { ok: false; faults: Faults }

/** The whole flag held against the domain's schema, and against what the boards demand of support. */
export function checked(asked: FlagDraft, unit: FlaggingUnit | undefined, today: string): Checked {
  const read = flagSchema(today).safeParse({ ...asked, client: asked.client ?? {}, safety: asked.safety ?? {} })
  const faults: Record<string, string> = {}
  for (const { path, message } of read.error?.issues ?? []) faults[path.join('.')] ??= message

  for (const child of asked.children ?? []) {
    if (!unit || trackSoFar(asked, child, today) !== 'B') continue
    try {
      basisForSupport(asked, child, unit.supportSameBoard, today)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const isToldAlready = Object.keys(faults).some((path) => path.startsWith('openness.basis'))
      if (!isToldAlready) faults[error.field ?? 'openness.basis.kind'] = error.refusal
    }
  }
  return read.success && Object.keys(faults).length === 0 ? { ok: true, flag: read.data } : { ok: false, faults }
}
