/** What a flag still lacks, or contradicts, across its fields. */

import { ageOfChild } from '../child-age.ts'
import { readIdentityNumber } from '../identity-number.ts'
import { youngPersonUntilAge } from '../person.ts'
import type { FlagDraft } from './draft.ts'
import { type FieldProblem, pathTo } from './fields.ts'
import { isBlank, needsOf } from './questions.ts'
import { trackSoFar, weakeningProblem } from './tracks.ts'

type Finding = readonly [path: string, problem: FieldProblem]

/** Every problem that no field shows by itself, with the path of the field to look at, in the order of the form. */
export function problemsAcross(flag: FlagDraft, today: string): Finding[] {
  return [
    ...unanswered(flag, today),
    ...withoutAccount(flag, today),
    ...repeated(flag, today),
    ...misplaced(flag, today),
  ]
}

function unanswered(flag: FlagDraft, today: string): Finding[] {
  const asked = [undefined, ...(flag.children ?? [])].flatMap((child, place) =>
    needsOf(flag, today, child)
      .filter(({ need }) => need === 'required')
      .map(({ question }) => pathTo(question, place - 1)),
  )
  return asked.filter((path) => isBlank(valueAt(flag, path))).map((path) => [path, 'required'])
}

/** A concern rests on something seen, heard or told. */
function withoutAccount(flag: FlagDraft, today: string): Finding[] {
  const concerns = flag.children?.some((child) => trackSoFar(flag, child, today) === 'A')
  const account = !isBlank(flag.texts?.observed) || !isBlank(flag.texts?.told)
  return concerns && !account ? [['texts.observed', 'observed-or-told-required']] : []
}

/** One file per child (SoL 20:1): the same child twice, or the client as child, is a slip. */
function repeated(flag: FlagDraft, today: string): Finding[] {
  const numberOf = (typed: string | null | undefined) => {
    const read = readIdentityNumber(typed ?? '', today)
    return read.ok ? read.number : undefined
  }
  const children = flag.children ?? []
  const numbers = [flag.client, ...children].map((person) => numberOf(person?.identityNumber))
  const ids = children.map(({ id }) => id)
  return children.flatMap(({ id }, i): Finding[] => {
    const number = numbers[i + 1]
    const findings: Finding[] = []
    if (ids.indexOf(id) < i) findings.push([`children.${i}.id`, 'repeated'])
    if (number && numbers.indexOf(number) <= i) findings.push([`children.${i}.identityNumber`, 'repeated'])
    return findings
  })
}

/** A child or a young person up to 20; and a track that the answers let stand. */
function misplaced(flag: FlagDraft, today: string): Finding[] {
  return (flag.children ?? []).flatMap((child, i): Finding[] => {
    const findings: Finding[] = []
    if ((ageOfChild(child, today) ?? 0) >= youngPersonUntilAge) {
      findings.push([
        `children.${i}.${isBlank(child.identityNumber) ? 'birthDate' : 'identityNumber'}`,
        'age-impossible',
      ])
    }
    if (weakeningProblem(flag, child, today) === 'duty-to-report') {
      findings.push([`children.${i}.chosenTrack`, 'duty-to-report'])
    }
    return findings
  })
}

function valueAt(source: unknown, path: string): unknown {
  return path.split('.').reduce((value, key) => (isRecord(value) ? value[key] : undefined), source)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
