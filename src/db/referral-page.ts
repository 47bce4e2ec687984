import type { AssigneeAway, PersonLabel, ReferralFile, ReferralPage, UnitLabel } from '../domain/confidentiality.ts'
import { DomainError } from '../domain/errors.ts'
import type { ReferralContent } from '../domain/flag/referral-content.ts'
import type { EventKind, SentTrack, Status } from '../domain/lifecycle.ts'
import type { Role } from '../domain/organisation.ts'
import type { ReferralEvent } from '../domain/referral.ts'
import type { StoredChild } from '../domain/stored-child.ts'
import { dayOrNull, instantOf, type Tx } from './database.ts'
import { type ReferralRow, referralColumns, referralOf } from './referrals.ts'
import { bytesOfHex, isoOf, isoOrNull } from './rows.ts'
import { unseal } from './seal.ts'
import { awayUntil, handlersOn, presentOn } from './staff-days.ts'
import { nameShown, nameThen, withSuccessors } from './unit-history.ts'

interface EventJson {
  id: string
  kind: EventKind
  at: string
  due_on: string | null
  legal_basis: string | null
  qualified: boolean
  role: Role
  name: string
  title: string
  unit: string
  details: string | null
}

interface RelatedJson {
  id: string
  reference: string
  same_child: boolean
  child: string
  status: Status
  track: SentTrack
  sent_at: string
  sender_unit: string
  is_protected: boolean
}

interface FileRow extends ReferralRow {
  acute: boolean
  feedback_wanted: boolean
  child: Uint8Array
  content: Uint8Array
  sender: ReferralPage['sender']
  receiver: ReferralPage['receiver']
  assignee: PersonLabel | null
  assignee_away: AssigneeAway | null
  colleagues: PersonLabel[]
  transfer_targets: UnitLabel[]
  events: EventJson[]
  related: RelatedJson[]
  named: ReferralFile['named'] | null
  protection_changes: ReferralFile['protectionChanges'] | null
}

const unitJson = (alias: string, board: string, name = `${alias}.name`) =>
  `json_build_object('unitId', ${alias}.id, 'name', ${name}, 'kind', ${alias}.kind, 'boardName', ${board}.name,
    'phone', ${alias}.phone)`
/** A side of the referral, named as when it was sent. */
const sideJson = (alias: string, board: string) => unitJson(alias, board, nameShown(alias, 'r'))
const personJson = (alias: string) =>
  `json_build_object('personId', ${alias}.id, 'name', ${alias}.name, 'title', ${alias}.title)`

const ownersOfReceiver = withSuccessors('r.receiver_unit_id')

/** One statement for the whole page (PERF R). The history tells the clocks, so the stored ones are not read. */
const fileText = `
  select ${referralColumns}, r.acute, r.feedback_wanted, r.child, r.content,
    json_build_object('person', ${personJson('sp')}, 'unit', ${sideJson('su', 'sb')}) as sender,
    ${sideJson('ru', 'rb')} as receiver,
    case when a.id is not null then ${personJson('a')} end as assignee,
    case when a.id is not null and not exists (
      select from ${presentOn('$2::date')} t where t.unit_id = r.receiver_unit_id and t.person_id = a.id)
      then json_build_object('until', ${awayUntil('a.id', '$2::date')}) end as assignee_away,
    (select coalesce(json_agg(${personJson('c')} order by c.name), '[]')
      from people c where c.id in (select h.person_id from ${handlersOn('$2::date')} h
        where h.unit_id in (${ownersOfReceiver}))) as colleagues,
    (select coalesce(json_agg(${unitJson('tu', 'tb')} order by tu.name), '[]')
      from units tu join boards tb on tb.id = tu.board_id
      where tu.kind = 'intake' and tu.closed_at is null and tu.id not in (${ownersOfReceiver})) as transfer_targets,
    (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'at', e.at, 'due_on', e.due_on,
        'legal_basis', e.legal_basis, 'qualified', e.actor_qualified, 'role', e.actor_role, 'name', ep.name,
        'title', ep.title, 'unit', ${nameThen('eu', 'e.at')}, 'details', e.details) order by e.id), '[]')
      from events e left join people ep on ep.id = e.actor_id left join units eu on eu.id = e.actor_unit_id
      where e.referral_id = r.id) as events,
    (select coalesce(json_agg(json_build_object('id', o.id, 'reference', o.reference,
        'same_child', o.child_index is not null and o.child_index = r.child_index, 'child', o.child,
        'status', oi.status, 'track', o.track, 'sent_at', o.sent_at, 'sender_unit', ${nameShown('ou', 'o')}, 'is_protected', o.is_protected) order by o.id desc), '[]')
      from (
        select o.* from referrals o where o.family_group_id = r.family_group_id and o.id <> r.id
        union
        select o.* from referrals o where o.child_index = r.child_index and o.id <> r.id
      ) o join intakes oi on oi.referral_id = o.id left join units ou on ou.id = o.sender_unit_id) as related,
    case when r.is_protected then (select json_agg(json_build_object('personId', np.id, 'name', np.name, 'title', np.title,
        'startsAt', n.starts_at, 'until', n.until, 'endedAt', n.ended_at) order by np.name)
      from protected_access n join people np on np.id = n.person_id
      where n.referral_id = r.id and n.unit_id = r.receiver_unit_id) end as named,
    case when r.is_protected then (select json_agg(json_build_object('at', h.at, 'byName', hp.name, 'from', h.from_level,
        'to', h.to_level, 'source', h.source, 'blanked', h.blanked) order by h.id)
      from protection_changes h join people hp on hp.id = h.actor_id
      where h.referral_id = r.id) end as protection_changes
  from referrals r join intakes i on i.referral_id = r.id
  left join people sp on sp.id = r.sender_person_id
  left join units su on su.id = r.sender_unit_id left join boards sb on sb.id = su.board_id
  left join units ru on ru.id = r.receiver_unit_id left join boards rb on rb.id = ru.board_id
  left join people a on a.id = i.assignee_id
  where r.reference = $1`

/** Refuses (`not-found`) alike what does not exist and what is not the viewer's unit's to read. */
export async function getReferralFile(tx: Tx, reference: string, today: string): Promise<ReferralFile> {
  const [row] = await tx.rows<FileRow>(fileText, [reference, today])
  if (!row) throw new DomainError('not-found', 'no such referral')
  const { keys } = tx
  const content = unseal<ReferralContent>(keys, `referrals:content:${row.id}`, row.content)
  return {
    referral: referralOf(row),
    acute: row.acute,
    feedbackWanted: row.feedback_wanted,
    child: unseal<StoredChild>(keys, `referrals:child:${row.id}`, row.child),
    content,
    sender: row.sender,
    receiver: row.receiver,
    assignee: row.assignee,
    assigneeAway: row.assignee_away,
    colleagues: row.colleagues,
    transferTargets: row.transfer_targets,
    named: (row.named ?? []).map((named) => ({
      ...named,
      startsAt: isoOf(named.startsAt),
      until: isoOf(named.until),
      endedAt: isoOrNull(named.endedAt),
    })),
    protectionChanges: (row.protection_changes ?? []).map((change) => ({ ...change, at: isoOf(change.at) })),
    events: row.events.map((event) => ({
      id: event.id,
      kind: event.kind,
      at: isoOf(event.at),
      actor: {
        name: event.name,
        title: event.title,
        unitName: event.unit,
        role: event.role,
        qualified: event.qualified,
      },
      legalBasis: event.legal_basis,
      dueOn: event.due_on,
      details: event.details
        ? unseal<ReferralEvent['details']>(keys, `events:details:${event.id}`, bytesOfHex(event.details))
        : null,
    })),
    history: row.events.map(({ kind, at, due_on }) => ({ kind, at: instantOf(at), dueOn: dayOrNull(due_on) })),
    related: row.related.map((other) => ({
      id: other.id,
      reference: other.reference,
      relation: other.same_child ? 'same_child' : 'sibling',
      child: unseal<StoredChild>(keys, `referrals:child:${other.id}`, bytesOfHex(other.child)),
      isProtected: other.is_protected,
      status: other.status,
      track: other.track,
      sentAt: isoOf(other.sent_at),
      senderUnitName: other.sender_unit,
    })),
  }
}
