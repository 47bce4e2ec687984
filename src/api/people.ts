import { z } from 'zod'
import { listAbsences } from '../db/absences.ts'
import { type AdministrationChange, logAdministration } from '../db/administration-log.ts'
import {
  addDeputyship,
  getDeputyship,
  listDeputyships,
  listPossibleDeputies,
  saveDeputyshipEnd,
} from '../db/deputies.ts'
import { newId } from '../db/ids.ts'
import { listUnits } from '../db/organisation.ts'
import {
  addPerson,
  addRole,
  administratorSpans,
  getStaffMember,
  listStaff,
  type PersonFields,
  savePerson,
  saveRoleEnd,
  setActive,
  touchPerson,
  unitNameOf,
} from '../db/staff.ts'
import type { Changes } from '../domain/administration.ts'
import { dayOf } from '../domain/calendar.ts'
import { DomainError } from '../domain/errors.ts'
import { roles } from '../domain/organisation.ts'
import {
  endedOn,
  isWithdrawn,
  refuseDeputy,
  refuseLosingAdministrators,
  refuseOwn,
  refuseRole,
  type StaffMember,
} from '../domain/staff.ts'
import { administratorProcedure, changingStaff } from './administrator.ts'
import { type Context, router, type ViewerContext } from './trpc.ts'

const day = z.iso.date('date-impossible')
const text = (longest: number) => z.string().trim().min(1, 'required').max(longest, 'too-long')

const fieldsSchema = z.strictObject({
  name: text(120),
  title: text(120),
  email: z.email('malformed').max(254, 'too-long'),
  staffId: text(40).nullable(),
  qualified: z.boolean(),
  /** The day of the evidence; not asked for when the person is not qualified. */
  qualifiedOn: day.nullable(),
})
/** `version` is the one that the page last showed. */
const ofPerson = { personId: z.uuid(), version: z.int().min(1) }

type Acting = Context & ViewerContext
const todayOf = ({ now }: Acting) => dayOf(now).toString()

/** Qualification rests on evidence, and the evidence has a day (SoL 25:1). */
function fitFields(fields: z.infer<typeof fieldsSchema>, today: string): PersonFields {
  if (!fields.qualified) return { ...fields, qualifiedOn: null }
  if (!fields.qualifiedOn) throw new DomainError('qualification-date-missing', 'no evidence', 'qualifiedOn')
  if (fields.qualifiedOn > today) throw new DomainError('date-in-the-future', 'not shown yet', 'qualifiedOn')
  return fields
}

function changesOf(before: PersonFields | null, after: PersonFields): Changes {
  const fields = ['name', 'title', 'email', 'staffId', 'qualified', 'qualifiedOn'] as const
  const changed = fields.filter((field) => (before?.[field] ?? null) !== after[field])
  return Object.fromEntries(changed.map((field) => [field, { from: before?.[field] ?? null, to: after[field] }]))
}

/** The person as the viewer may change them: not oneself, and not on top of what somebody else has just changed. */
async function memberToChange(ctx: Acting, personId: string, version: number): Promise<StaffMember> {
  refuseOwn(ctx.viewer.personId, personId)
  const member = await getStaffMember(ctx.tx, ctx.viewer.municipalityId, personId)
  if (member.version !== version) throw new DomainError('stale-version', 'another administrator was first')
  return member
}

/** Refuses when without these spans of the person's nobody would administer the municipality. */
async function refuseWithout(
  ctx: Acting,
  isChanged: (span: { id: string; personId: string }) => boolean,
  until: string | null,
): Promise<void> {
  const spans = await administratorSpans(ctx.tx, ctx.viewer.municipalityId)
  const after = spans.flatMap((span) => (!isChanged(span) ? [span] : until === null ? [] : [{ ...span, until }]))
  refuseLosingAdministrators(spans, after, todayOf(ctx))
}

function log(ctx: Acting, { id, name }: { id: string; name: string }, change: Omit<AdministrationChange, 'subject'>) {
  logAdministration(ctx.tx, ctx.viewer, ctx.now, { ...change, subject: { id, name } })
}

/** The person's page, which every change here answers with. */
async function personPage(ctx: Acting, personId: string) {
  const { tx, viewer } = ctx
  const [member, deputyships, absences] = await Promise.all([
    getStaffMember(tx, viewer.municipalityId, personId),
    listDeputyships(tx, viewer.municipalityId, personId),
    listAbsences(tx, personId),
  ])
  const { deputySpans: _, ...person } = member
  return {
    ...person,
    roles: person.roles.filter((role) => !isWithdrawn(role)),
    deputyships: deputyships.filter((span) => !isWithdrawn(span)),
    absences,
    isOneself: personId === viewer.personId,
    today: todayOf(ctx),
  }
}

export const peopleRouter = router({
  /** A mutation, so that a name that is searched for travels in a body: never in an address, a log or a history. */
  list: administratorProcedure
    .input(
      z.strictObject({
        search: z.string().trim().max(100, 'too-long').default(''),
        unitId: z.uuid().nullish(),
        offset: z.int().min(0).max(100_000).default(0),
      }),
    )
    .mutation(({ ctx, input }) =>
      listStaff(ctx.tx, {
        ...input,
        unitId: input.unitId ?? null,
        municipalityId: ctx.viewer.municipalityId,
        today: todayOf(ctx),
      }),
    ),

  /** The units in which a role can be given, and those who may be deputies. */
  choices: administratorProcedure.query(async ({ ctx }) => {
    const [units, deputies] = await Promise.all([
      listUnits(ctx.tx),
      listPossibleDeputies(ctx.tx, ctx.viewer.municipalityId, todayOf(ctx)),
    ])
    return { units: units.map(({ id, name }) => ({ id, name })), deputies, today: todayOf(ctx) }
  }),

  get: administratorProcedure
    .input(z.strictObject({ personId: z.uuid() }))
    .query(({ ctx, input }) => personPage(ctx, input.personId)),

  add: changingStaff.input(fieldsSchema).mutation(async ({ ctx, input }) => {
    const fields = fitFields(input, todayOf(ctx))
    const id = newId(ctx.now)
    await addPerson(ctx.tx, ctx.viewer.municipalityId, id, fields)
    log(ctx, { id, name: fields.name }, { act: 'person_added', changes: changesOf(null, fields) })
    return { personId: id }
  }),

  change: changingStaff.input(fieldsSchema.extend(ofPerson)).mutation(async ({ ctx, input }) => {
    const { personId, version, ...asked } = input
    const member = await memberToChange(ctx, personId, version)
    const fields = fitFields(asked, todayOf(ctx))
    const changes = changesOf(member, fields)
    if (Object.keys(changes).length > 0) {
      await savePerson(ctx.tx, member, fields)
      log(ctx, { id: personId, name: fields.name }, { act: 'person_changed', changes })
    }
    return personPage(ctx, personId)
  }),

  giveRole: changingStaff
    .input(z.strictObject({ ...ofPerson, unitId: z.uuid(), role: z.enum(roles), from: day, until: day.nullable() }))
    .mutation(async ({ ctx, input }) => {
      const { personId, version, unitId, role, from, until } = input
      const member = await memberToChange(ctx, personId, version)
      if (!member.isActive) throw new DomainError('person-deactivated', 'has left')
      const unit = await unitNameOf(ctx.tx, ctx.viewer.municipalityId, unitId)
      const given = { id: newId(ctx.now), unitId, role, from, until }
      refuseRole(given, member.roles, member.deputySpans)
      await addRole(ctx.tx, ctx.viewer.municipalityId, personId, given)
      await touchPerson(ctx.tx, member)
      log(ctx, member, {
        act: 'role_given',
        changes: {
          role: { from: null, to: role },
          unit: { from: null, to: unit },
          from: { from: null, to: from },
          until: { from: null, to: until },
        },
      })
      return personPage(ctx, personId)
    }),

  /** `until` is the role's last day; one that has been takes the role away at once. */
  endRole: changingStaff
    .input(z.strictObject({ ...ofPerson, roleId: z.uuid(), until: day }))
    .mutation(async ({ ctx, input }) => {
      const { personId, version, roleId } = input
      const member = await memberToChange(ctx, personId, version)
      const held = member.roles.find(({ id }) => id === roleId)
      if (!held) throw new DomainError('not-found', 'no such role', 'roleId')
      const until = endedOn(held, input.until)
      const others = member.roles.filter((role) => role !== held)
      if (!isWithdrawn({ ...held, until })) refuseRole({ ...held, until }, others, member.deputySpans)
      if (held.role === 'administrator') await refuseWithout(ctx, ({ id }) => id === roleId, until)
      await saveRoleEnd(ctx.tx, roleId, until)
      await touchPerson(ctx.tx, member)
      log(ctx, member, {
        act: 'role_ended',
        changes: {
          role: { from: held.role, to: null },
          unit: { from: held.unitName, to: null },
          until: { from: held.until, to: until },
        },
      })
      return personPage(ctx, personId)
    }),

  /** Someone who leaves: every session ends with the next thing that is asked, and the history keeps the name. */
  deactivate: changingStaff.input(z.strictObject(ofPerson)).mutation(async ({ ctx, input }) => {
    const member = await memberToChange(ctx, input.personId, input.version)
    if (!member.isActive) throw new DomainError('person-deactivated', 'has left already')
    await refuseWithout(ctx, ({ personId }) => personId === member.id, null)
    await setActive(ctx.tx, member, false, ctx.now)
    log(ctx, member, { act: 'person_deactivated', changes: {} })
    return personPage(ctx, member.id)
  }),

  reactivate: changingStaff.input(z.strictObject(ofPerson)).mutation(async ({ ctx, input }) => {
    const member = await memberToChange(ctx, input.personId, input.version)
    if (!member.isActive) {
      await setActive(ctx.tx, member, true, ctx.now)
      log(ctx, member, { act: 'person_reactivated', changes: {} })
    }
    return personPage(ctx, member.id)
  }),

  /** Somebody stands in for the person, in one unit, from one day to another. */
  addDeputy: changingStaff
    .input(z.strictObject({ ...ofPerson, deputyId: z.uuid(), unitId: z.uuid(), from: day, until: day }))
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer } = ctx
      const { personId, deputyId, unitId, from, until } = input
      refuseOwn(viewer.personId, deputyId)
      const member = await memberToChange(ctx, personId, input.version)
      const [deputy, unit, deputyships] = await Promise.all([
        getStaffMember(tx, viewer.municipalityId, deputyId),
        unitNameOf(tx, viewer.municipalityId, unitId),
        listDeputyships(tx, viewer.municipalityId, personId),
      ])
      const span = { unitId, from, until }
      const same = deputyships.filter((one) => one.deputy.personId === deputyId && one.unitId === unitId)
      refuseDeputy(
        span,
        deputy,
        member,
        same.filter(({ represented }) => represented.personId === personId),
      )
      await addDeputyship(tx, viewer.municipalityId, {
        id: newId(ctx.now),
        personId: deputyId,
        forPersonId: personId,
        ...span,
      })
      await touchPerson(tx, member)
      log(ctx, member, {
        act: 'deputy_added',
        changes: {
          deputy: { from: null, to: deputy.name },
          unit: { from: null, to: unit },
          from: { from: null, to: from },
          until: { from: null, to: until },
        },
      })
      return personPage(ctx, personId)
    }),

  endDeputy: changingStaff
    .input(z.strictObject({ ...ofPerson, deputyshipId: z.uuid(), until: day }))
    .mutation(async ({ ctx, input }) => {
      const { tx, viewer } = ctx
      const held = await getDeputyship(tx, viewer.municipalityId, input.deputyshipId)
      refuseOwn(viewer.personId, held.deputy.personId)
      const member = await memberToChange(ctx, input.personId, input.version)
      if (held.represented.personId !== member.id) throw new DomainError('not-found', 'no such deputy', 'deputyshipId')
      const until = endedOn(held, input.until)
      if (until > held.until) throw new DomainError('period-reversed', 'ended later than it ends', 'until')
      await saveDeputyshipEnd(tx, held.id, until)
      await touchPerson(tx, member)
      log(ctx, member, {
        act: 'deputy_ended',
        changes: {
          deputy: { from: held.deputy.name, to: null },
          unit: { from: held.unitName, to: null },
          until: { from: held.until, to: until },
        },
      })
      return personPage(ctx, member.id)
    }),
})
