import type { z } from 'zod'
import type { ReferralPage } from '../../src/domain/confidentiality.ts'
import type { DraftChild, FlagDraft } from '../../src/domain/flag/draft.ts'
import type { Status } from '../../src/domain/lifecycle.ts'
import type { NoticeKind } from '../../src/domain/notices.ts'
import type { stepRequestSchema } from '../../src/domain/step-request.ts'
import { aChild, aFlag, safety } from './flags.ts'
import { organisation, type PersonKey, type UnitKey } from './organisation.ts'
import { aConcern, aConcernedChild, oneSent } from './sending.ts'
import type { Caller, Service } from './service.ts'

/** Referrals that have come some way, through the API alone. */

export type StepInput = z.input<typeof stepRequestSchema>

/** Words to look for afterwards: what the child unit wrote for itself, what it asked the sender, what the sender wrote. */
export const marks = { childUnit: 'zqbarnenhet', question: 'zqfraga', sender: 'zqavsandare' } as const

export const assess: StepInput = {
  step: 'assess_protection',
  result: 'no_immediate_need',
  childSeen: 'no',
  measures: ['safety_plan'],
  reasons: `${marks.childUnit} skydd`,
}
export const ask: StepInput = {
  step: 'ask_information',
  question: 'whereabouts',
  text: `${marks.question} var är barnet?`,
  answerBy: '2026-11-23',
}
export const extend: StepInput = {
  step: 'extend',
  reason: 'family_not_reached',
  text: `${marks.childUnit} förlängning`,
  newDueOn: '2026-12-14',
}
export const openInquiry: StepInput = { step: 'open_inquiry', reasons: `${marks.childUnit} inleder` }
export const declineInquiry: StepInput = {
  step: 'decline_inquiry',
  reasons: `${marks.childUnit} inleder inte`,
  childHeard: 'heard',
  childHeardText: `${marks.childUnit} barnets ord`,
}
export const join: StepInput = { step: 'join', inquiryReference: `${marks.childUnit}-17` }
export const transfer: StepInput = {
  step: 'transfer',
  toUnitId: organisation.units.otherIntake.id,
  reasons: `${marks.childUnit} annan nämnd`,
}
export const offer: StepInput = { step: 'offer_support', support: ['children_group'], text: `${marks.childUnit} grupp` }
export const acceptOffer: StepInput = { step: 'accept_support', consentBy: `${marks.childUnit} modern` }
export const declineOffer: StepInput = { step: 'decline_support', text: `${marks.childUnit} vill inte` }
export const closeSupport: StepInput = { step: 'close_support', reasons: `${marks.childUnit} klart` }
export const toMyself = (personId: string): StepInput => ({ step: 'assign', assigneeId: personId })

/** The statuses of each track, and the steps that lead there once the referral has been opened. */
export const pathsA = {
  sent: null,
  received: [],
  awaiting_information: [ask],
  inquiry_open: [assess, openInquiry],
  no_inquiry: [assess, declineInquiry],
  joined: [assess, join],
  transferred: [assess, transfer],
} as const satisfies Partial<Record<Status, readonly StepInput[] | null>>
export const pathsB = {
  offered: [offer],
  accepted: [offer, acceptOffer],
  declined: [offer, declineOffer],
  closed: [offer, declineOffer, closeSupport],
} as const satisfies Partial<Record<Status, readonly StepInput[] | null>>
export const paths: Record<Status, readonly StepInput[] | null> = { ...pathsA, ...pathsB }
export const isOnTrackB = (status: Status) => status in pathsB

/** Support without concern, with the client's consent. */
export function aWishForSupport(child: Partial<DraftChild> = {}, n = 0, from: UnitKey = 'substanceUse'): FlagDraft {
  const told = { needOfSupport: 'yes', askAgainOn: undefined, guardians: { clientIsGuardian: 'yes' } } as const
  const flag = aFlag([aChild({ ...told, ...child }, n)], {
    safety: { ...safety, dangerWithinReach: 'no' },
    openness: { parentInformed: 'yes', basis: { kind: 'consent', consentScope: 'Barnets namn.' } },
  })
  return { ...flag, senderUnitId: organisation.units[from].id }
}

/** Opens the referral and takes the steps, one after the other. Gives the last page. */
export async function walk(by: Caller, reference: string, requests: readonly StepInput[]): Promise<ReferralPage> {
  let page = await by.referrals.open({ reference })
  for (const request of requests) {
    page = await by.referrals.takeStep({ reference, version: page.version, request })
  }
  return page
}

/** A referral from the substance-use unit that has reached the status; its reference. */
export async function referralIn(service: Service, status: Status, flag?: FlagDraft): Promise<string> {
  const onB = isOnTrackB(status)
  const reference = await oneSent(service, flag ?? (onB ? aWishForSupport() : aConcern([aConcernedChild()])))
  const path = paths[status]
  if (path) await walk(await service.as(onB ? 'supporter' : 'worker'), reference, path)
  return reference
}

/** How many rows each table holds, by name: nothing stored means the same before and after. */
export async function rowCounts(service: Service): Promise<Record<string, number>> {
  const tables = await service.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const counts = tables.map(({ name }) => `(select count(*)::int from "${name}") as "${name}"`)
  const [row] = await service.sql<Record<string, number>>(`select ${counts.join(', ')}`)
  return row ?? {}
}

/** Every notice in the service, as `person: kind`, in the order they were told. */
export async function toldSoFar(service: Service): Promise<string[]> {
  const rows = await service.sql<{ person_id: string; kind: NoticeKind }>(
    `select person_id, kind from notices order by id`,
  )
  const keys = Object.keys(service.organisation.people) as PersonKey[]
  const nameOf = (id: string) => keys.find((key) => service.organisation.people[key].id === id)
  return rows.map(({ person_id, kind }) => `${nameOf(person_id)}: ${kind}`)
}
