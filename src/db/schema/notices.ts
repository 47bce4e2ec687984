import { sql } from 'drizzle-orm'
import { index, integer, pgPolicy, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { noticeKinds } from '../../domain/notices.ts'
import { me, myUnits, service, viewer, worker } from './columns.ts'
import { people, units } from './organisation.ts'

const instant = () => timestamp({ withTimezone: true, mode: 'string' })

/** What a person is told inside the service. It names a reference or, where it is about the person's own reads, nothing. */
export const notices = pgTable(
  'notices',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: noticeKinds }).notNull(),
    referralId: uuid(),
    reference: text(),
    at: instant().notNull(),
    readAt: instant(),
  },
  (table) => [
    index('notices_by_person').on(table.personId, table.id),
    index('notices_unread').on(table.personId).where(sql`${table.readAt} is null`),
    pgPolicy('own', { for: 'select', to: viewer, using: sql`${table.personId} = ${me}` }),
    pgPolicy('own are read', {
      for: 'update',
      to: viewer,
      using: sql`${table.personId} = ${me}`,
      withCheck: sql`${table.personId} = ${me}`,
    }),
    // Whoever works with a referral tells the one who sent it, and the unit's own people: nobody else, of nothing else.
    pgPolicy('told by the child unit', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.readAt} is null and exists (select from referrals r where r.id = ${table.referralId}
        and r.reference = ${table.reference} and r.receiver_unit_id = ${myUnits} and (r.sender_person_id = ${table.personId}
          or exists (select from memberships m where m.person_id = ${table.personId} and (m.unit_id = r.receiver_unit_id
            or m.unit_id in (select s.to_unit_id from unit_successions s where s.from_unit_id = r.receiver_unit_id)))))`,
    }),
    pgPolicy('asked by the reviewer', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.kind} = 'read_asked_about' and ${table.readAt} is null and ${table.referralId} is null
        and ${table.reference} is null and exists (select from access_review_marks m
          where m.reader_id = ${table.personId} and m.by_id = ${me} and m.mark = 'asked')`,
    }),
    pgPolicy('carry', { for: 'insert', to: worker, withCheck: sql`true` }),
  ],
)

/** A letter to be sent, written in the same transaction as what it tells of. It holds no word about anybody. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey(),
    /** The event or submission that caused it: with the recipient it makes "at most once" (no second row). */
    causeId: uuid().notNull(),
    kind: text({ enum: noticeKinds }).notNull(),
    referralId: uuid().notNull(),
    toUnitId: uuid().references(() => units.id),
    toPersonId: uuid().references(() => people.id),
    writtenAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull(),
    sentAt: instant(),
    deadAt: instant(),
    /** An SMTP reply code or a system code; never the message, which may quote an address. */
    lastFault: text(),
  },
  (table) => [
    unique('outbox_once').on(table.causeId, table.toUnitId, table.toPersonId).nullsNotDistinct(),
    index('outbox_dead').on(table.deadAt).where(sql`${table.deadAt} is not null`),
    index('outbox_waiting').on(table.nextAttemptAt).where(sql`${table.sentAt} is null`),
    // A letter goes to the other side of a referral that is one's own; of what is acute, to the socialjour too.
    pgPolicy('written to the other side', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.sentAt} is null and ${table.attempts} = 0 and exists (select from referrals r
        where r.id = ${table.referralId} and ((r.sender_unit_id = ${myUnits} and (${table.toUnitId} = r.receiver_unit_id
            or r.acute and exists (select from units u where u.id = ${table.toUnitId} and u.kind = 'out_of_hours')))
          or (r.receiver_unit_id = ${myUnits} and ${table.toPersonId} = r.sender_person_id)))`,
    }),
    pgPolicy('probe', { for: 'select', to: service, using: sql`true` }),
    pgPolicy('deliver', { for: 'all', to: worker, using: sql`true`, withCheck: sql`true` }),
  ],
)
