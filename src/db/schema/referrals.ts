import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  type ExtraConfigColumn,
  foreignKey,
  index,
  integer,
  pgPolicy,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { intakeNatures } from '../../domain/intake.ts'
import { eventKinds, sentTracks, statuses } from '../../domain/lifecycle.ts'
import { roles } from '../../domain/organisation.ts'
import { protectionLevels } from '../../domain/person.ts'
import { clockKinds } from '../../domain/policy.ts'
import { archivist, me, myUnits, namedFor, openedInEmergency, sealed, viewer, worker } from './columns.ts'
import { submissions } from './flags.ts'
import { people, units } from './organisation.ts'

const instant = () => timestamp({ withTimezone: true, mode: 'string' })
const sideColumns = {
  senderUnitId: uuid().notNull(),
  receiverUnitId: uuid().notNull(),
  isProtected: boolean().notNull(),
}
type SideColumns = Record<'referralId' | 'senderUnitId' | 'receiverUnitId' | 'isProtected', ExtraConfigColumn>

/**
 * What hangs on a referral carries its two units and its mark for the policies: they are the referral's own, and no
 * others. A referral that is marked later takes all that hangs on it along, by the database's own hand.
 */
const sidesOfReferral = (name: string, { referralId, senderUnitId, receiverUnitId, isProtected }: SideColumns) =>
  foreignKey({
    name,
    columns: [referralId, senderUnitId, receiverUnitId, isProtected],
    foreignColumns: [referrals.id, referrals.senderUnitId, referrals.receiverUnitId, referrals.isProtected],
  }).onUpdate('cascade')

/**
 * Of what hangs on a referral, the unit sees the unmarked, and of the marked what belongs to a referral that the person
 * sees (DOMAIN §8). The subselect runs for marked rows alone, and only where the person is not named; as a scalar it is
 * never planned as a reading of all referrals.
 */
const unlessHidden = ({ referralId, isProtected }: Pick<SideColumns, 'referralId' | 'isProtected'>) =>
  sql`(not ${isProtected} or ${referralId} = ${namedFor} or (select true from referrals r where r.id = ${referralId}))`
/** On the child unit's side nobody but those named sees a marked one: it takes no look at the referral. */
const receiverActs = (table: SideColumns) =>
  sql`${table.receiverUnitId} = ${myUnits} and (not ${table.isProtected} or ${table.referralId} = ${namedFor})`
const receiverSees = (table: SideColumns) => sql`(${receiverActs(table)}) or ${table.referralId} = ${openedInEmergency}`
const bothSidesSee = (table: SideColumns) =>
  sql`((${table.receiverUnitId} = ${myUnits} or ${table.senderUnitId} = ${myUnits}) and ${unlessHidden(table)})
    or ${table.referralId} = ${openedInEmergency}`

/** Gaps are allowed, reuse is not (DOMAIN §5): a sequence is never rolled back. */
export const referenceNumbers = pgSequence('reference_numbers')

/**
 * What was sent about one child: added and never edited or deleted. Only a change of protection may write to it, in the
 * transaction that records that change (see `protection.ts`), and then only to mark it and to take away what reveals.
 */
export const referrals = pgTable(
  'referrals',
  {
    id: uuid().primaryKey(),
    reference: text().notNull().unique(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    /** Siblings share it: the client's keyed number, or the submission where the client has none. */
    familyGroupId: uuid().notNull(),
    /** The child's keyed identity number, to find earlier referrals of the same child. */
    childIndex: uuid(),
    track: text({ enum: sentTracks }).notNull(),
    nature: text({ enum: intakeNatures }).notNull(),
    senderUnitId: uuid()
      .notNull()
      .references(() => units.id),
    receiverUnitId: uuid()
      .notNull()
      .references(() => units.id),
    senderPersonId: uuid()
      .notNull()
      .references(() => people.id),
    sentAt: instant().notNull(),
    policyVersion: text().notNull(),
    acute: boolean().notNull(),
    violence: boolean().notNull(),
    youngCarer: boolean().notNull(),
    isProtected: boolean().notNull(),
    protection: text({ enum: protectionLevels }).notNull(),
    meetingWilling: boolean().notNull(),
    feedbackWanted: boolean().notNull(),
    transferredFrom: uuid(),
    /** What a list shows: the child's name and age. One seal a row (PERF 8). */
    child: sealed().notNull(),
    content: sealed().notNull(),
  },
  (table) => [
    unique('referrals_sides').on(table.id, table.senderUnitId, table.receiverUnitId, table.isProtected),
    check('referrals_protection', sql`${table.isProtected} = (${table.protection} <> 'none')`),
    index('referrals_by_family').on(table.familyGroupId),
    index('referrals_by_child').on(table.childIndex).where(sql`${table.childIndex} is not null`),
    index('referrals_by_submission').on(table.submissionId),
    index('referrals_by_sender').on(table.senderUnitId, table.id),
    index('referrals_by_receiver').on(table.receiverUnitId, table.sentAt),
    // Protected: the author, and those whom the unit's manager has named (DOMAIN §8). Nobody else of either unit.
    pgPolicy('both sides read', {
      for: 'select',
      to: viewer,
      using: sql`((${table.receiverUnitId} = ${myUnits} or ${table.senderUnitId} = ${myUnits})
          and (not ${table.isProtected} or ${table.id} = ${namedFor}
            or (${table.senderPersonId} = ${me} and ${table.senderUnitId} = ${myUnits})))
        or ${table.id} = ${openedInEmergency}`,
    }),
    pgPolicy('own unit sends', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.senderUnitId} = ${myUnits} and ${table.senderPersonId} = ${me}`,
    }),
    pgPolicy('carry', { for: 'select', to: worker, using: sql`true` }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
    pgPolicy('protection changes', {
      for: 'update',
      to: worker,
      using: sql`exists (select from protection_changes c where c.referral_id = ${table.id}
        and c.transaction = pg_current_xact_id()::text)`,
    }),
  ],
)

/** The child unit's side of a referral. The sender may begin it by sending, and never sees it. */
export const intakes = pgTable(
  'intakes',
  {
    referralId: uuid().primaryKey(),
    ...sideColumns,
    status: text({ enum: statuses }).notNull(),
    version: integer().notNull(),
    assigneeId: uuid().references(() => people.id),
    openedAt: instant(),
    protectionAssessedAt: instant(),
    decidedAt: instant(),
    questionOpen: boolean().notNull(),
    feedbackRequestedAt: instant(),
    feedbackAnsweredAt: instant(),
    preliminaryDueOn: date({ mode: 'string' }),
    supplementedAt: instant(),
    /** True while the intake has something left to do; the list of the day is these. */
    inInbox: boolean().notNull(),
    /** The soonest unmet clock's strict date. The pure module is the truth; this is for lists. */
    dueOn: date({ mode: 'string' }),
    dueKind: text({ enum: clockKinds }),
  },
  (table) => [
    sidesOfReferral('intakes_sides', table),
    index('intakes_inbox').on(table.receiverUnitId, table.dueOn, table.referralId).where(sql`${table.inInbox}`),
    index('intakes_inquiries')
      .on(table.receiverUnitId, table.dueOn, table.referralId)
      .where(sql`not ${table.inInbox} and ${table.status} = 'inquiry_open'`),
    index('intakes_done')
      .on(table.receiverUnitId, table.referralId)
      .where(sql`not ${table.inInbox} and ${table.status} <> 'inquiry_open'`),
    index('intakes_protected')
      .on(table.receiverUnitId, table.dueOn)
      .where(sql`${table.isProtected} and ${table.inInbox}`),
    pgPolicy('receiver reads', { for: 'select', to: viewer, using: receiverSees(table) }),
    pgPolicy('receiver works', {
      for: 'update',
      to: viewer,
      using: receiverActs(table),
      withCheck: receiverActs(table),
    }),
    pgPolicy('sender begins', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.senderUnitId} = ${myUnits} and ${table.status} = 'sent' and ${table.version} = 1`,
    }),
    pgPolicy('carry', { for: 'all', to: worker, using: sql`true`, withCheck: sql`true` }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
  ],
)

/** A clock as it was when last counted: for lists and figures. It keeps the policy version that it started under. */
export const clocks = pgTable(
  'clocks',
  {
    referralId: uuid().notNull(),
    kind: text({ enum: clockKinds }).notNull(),
    ...sideColumns,
    label: text({ enum: ['statutory', 'policy'] }).notNull(),
    policyVersion: text().notNull(),
    startedAt: instant().notNull(),
    strictDueOn: date({ mode: 'string' }).notNull(),
    rollOverDueOn: date({ mode: 'string' }).notNull(),
    metAt: instant(),
  },
  (table) => [
    sidesOfReferral('clocks_sides', table),
    primaryKey({ columns: [table.referralId, table.kind] }),
    pgPolicy('receiver reads', { for: 'select', to: viewer, using: receiverSees(table) }),
    pgPolicy('receiver counts', { for: 'insert', to: viewer, withCheck: receiverActs(table) }),
    pgPolicy('receiver counts anew', {
      for: 'update',
      to: viewer,
      using: receiverActs(table),
      withCheck: receiverActs(table),
    }),
    pgPolicy('sender begins', { for: 'insert', to: viewer, withCheck: sql`${table.senderUnitId} = ${myUnits}` }),
    pgPolicy('carry', { for: 'all', to: worker, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** Append-only history of the child unit's file: who, which unit, role, qualification, legal basis, when. */
export const events = pgTable(
  'events',
  {
    id: uuid().primaryKey(),
    referralId: uuid().notNull(),
    ...sideColumns,
    kind: text({ enum: eventKinds }).notNull(),
    at: instant().notNull(),
    actorId: uuid()
      .notNull()
      .references(() => people.id),
    actorUnitId: uuid().notNull(),
    actorRole: text({ enum: roles }).notNull(),
    actorQualified: boolean().notNull(),
    legalBasis: text(),
    dueOn: date({ mode: 'string' }),
    details: sealed(),
  },
  (table) => [
    sidesOfReferral('events_sides', table),
    index('events_by_referral').on(table.referralId, table.id),
    pgPolicy('receiver reads', { for: 'select', to: viewer, using: receiverSees(table) }),
    pgPolicy('own acts are added', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.actorId} = ${me} and ${table.actorUnitId} = ${myUnits} and (${table.receiverUnitId} = ${myUnits} or ${table.senderUnitId} = ${myUnits})`,
    }),
    pgPolicy('carry', { for: 'all', to: worker, using: sql`true`, withCheck: sql`true` }),
    pgPolicy('review', { for: 'select', to: archivist, using: sql`true` }),
  ],
)

export const senderUpdateKinds = ['received', 'feedback', 'feedback_refused', 'question', 'meeting'] as const

/** All that the sender may hear, and nothing else (DOMAIN §7): written by the child unit, read by both. */
export const senderUpdates = pgTable(
  'sender_updates',
  {
    id: uuid().primaryKey(),
    referralId: uuid().notNull(),
    ...sideColumns,
    kind: text({ enum: senderUpdateKinds }).notNull(),
    at: instant().notNull(),
    feedbackValue: text({ enum: ['opened', 'not_opened', 'already_under_way'] }),
    answerBy: date({ mode: 'string' }),
    content: sealed(),
  },
  (table) => [
    sidesOfReferral('sender_updates_sides', table),
    index('sender_updates_by_referral').on(table.referralId, table.id),
    pgPolicy('both sides read', { for: 'select', to: viewer, using: bothSidesSee(table) }),
    pgPolicy('receiver tells', { for: 'insert', to: viewer, withCheck: receiverActs(table) }),
  ],
)

/** What the sender added after sending. A sent referral is supplemented, never changed. */
export const supplements = pgTable(
  'supplements',
  {
    id: uuid().primaryKey(),
    referralId: uuid().notNull(),
    ...sideColumns,
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
    key: uuid().notNull().unique(),
    answersQuestion: boolean().notNull(),
    content: sealed().notNull(),
  },
  (table) => [
    sidesOfReferral('supplements_sides', table),
    index('supplements_by_referral').on(table.referralId, table.id),
    pgPolicy('both sides read', { for: 'select', to: viewer, using: bothSidesSee(table) }),
    pgPolicy('sender adds', {
      for: 'insert',
      to: viewer,
      withCheck: sql`${table.senderUnitId} = ${myUnits} and ${table.authorId} = ${me} and ${unlessHidden(table)}`,
    }),
  ],
)

/** The sender's later wish to hear the outcome (SoL 19:6), where the sender can see that it has been made. */
export const feedbackRequests = pgTable(
  'feedback_requests',
  {
    referralId: uuid().primaryKey(),
    ...sideColumns,
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
  },
  (table) => [
    sidesOfReferral('feedback_requests_sides', table),
    pgPolicy('own unit', {
      for: 'all',
      to: viewer,
      using: sql`${table.senderUnitId} = ${myUnits} and ${unlessHidden(table)}`,
      withCheck: sql`${table.senderUnitId} = ${myUnits} and ${table.authorId} = ${me} and ${unlessHidden(table)}`,
    }),
  ],
)
