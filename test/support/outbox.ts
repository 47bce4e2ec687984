import { newId } from '../../src/db/ids.ts'
import type { NoticeKind } from '../../src/domain/notices.ts'
import { letterSettings } from '../../src/mail/letters.ts'
import type { Service } from './service.ts'

export const letterShows = letterSettings('https://handelser.kommun.example', 'Händelser <handelser@kommun.example>')

export const messageId = (id: string) => `<${id}@kommun.example>`

interface Row {
  attempts: number
  next: string | null
  sent: boolean
  dead: boolean
  fault: string | null
}

/** A letter to a unit or a person, as a change would have written it. */
export async function givenLetter(
  service: Service,
  kind: NoticeKind,
  to: { person: string } | { unit: string },
): Promise<string> {
  const id = newId(service.now)
  await service.sql(
    `insert into outbox (id, cause_id, kind, referral_id, to_person_id, to_unit_id, written_at, next_attempt_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [
      id,
      newId(service.now),
      kind,
      newId(service.now),
      'person' in to ? to.person : null,
      'unit' in to ? to.unit : null,
      service.now.toString(),
    ],
  )
  return id
}

export async function givenLetters(service: Service, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    ids.push(await givenLetter(service, 'new_referral', { unit: service.organisation.units.intake.id }))
  }
  return ids
}

export async function rowOf(service: Service, id: string | undefined): Promise<Row> {
  const [row] = await service.sql<Row>(
    `select attempts, next_attempt_at as next, sent_at is not null as sent, dead_at is not null as dead,
       last_fault as fault from outbox where id = $1`,
    [id],
  )
  if (!row) throw new Error('no such letter')
  return row
}
