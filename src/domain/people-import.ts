import type { Changes } from './administration.ts'
import { isDay } from './day.ts'
import { type Role, roles } from './organisation.ts'
import {
  endedOn,
  isOn,
  isWithdrawn,
  losesLastAdministrator,
  type NewRole,
  roleProblem,
  type Span,
  type StaffMember,
} from './staff.ts'

/** What a file of people would change, decided before anything is changed. A file changes what it names, and no more. */

export const importFields = [
  'staff_id',
  'name',
  'title',
  'email',
  'unit',
  'role',
  'from',
  'to',
  'qualified_on',
] as const
export type ImportField = (typeof importFields)[number]
export const importLines = 5_000
export const importBytes = 400_000

export interface ImportLine {
  line: number
  cells: Record<ImportField, string>
}

export const importProblems = [
  'broken',
  'no-staff-id-column',
  'unknown-column',
  'too-many-lines',
  'nothing-in-it',
  'missing',
  'too-long',
  'not-an-address',
  'unknown-unit',
  'unknown-role',
  'not-a-day',
  'in-the-future',
  'reversed',
  'contradicts',
  'own-person',
  'deactivated',
  'period-overlaps',
  'roles-do-not-mix',
  'last-administrator',
] as const
export type ImportProblem = (typeof importProblems)[number]

export interface LineProblem {
  line: number
  field: ImportField | null
  problem: ImportProblem
}

export interface EndedRole {
  id: string
  unitName: string
  role: Role
  from: string
  before: string | null
  until: string
}

/** One person of the file: what becomes of them. Nothing in any of the lists: unchanged. */
export interface PersonPlan {
  line: number
  /** Null: the person is new. */
  personId: string | null
  version: number
  name: string
  fields: { name: string; title: string; email: string; staffId: string; qualifiedOn: string | null }
  changes: Changes
  given: (NewRole & { unitName: string })[]
  ended: EndedRole[]
}

export interface ImportPlan {
  people: PersonPlan[]
  problems: LineProblem[]
}

export interface ImportState {
  staff: readonly StaffMember[]
  units: readonly { id: string; name: string }[]
  today: string
  /** Who imports: the file may not change what they themselves may do. */
  actorId: string
}

/** What a role may be called in a file: its code, or its name in Swedish. */
const roleNames: Record<string, Role> = {
  ...Object.fromEntries(roles.map((role) => [role, role])),
  handläggare: 'case_handler',
  socialsekreterare: 'social_worker',
  '1:e socialsekreterare': 'team_lead',
  enhetschef: 'unit_manager',
  socialjour: 'out_of_hours',
  systemförvaltare: 'administrator',
  loggranskare: 'auditor',
}

const longest: Partial<Record<ImportField, number>> = { staff_id: 40, name: 120, title: 120, email: 254 }
const address = /^[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+$/
const fieldNames = { name: 'name', title: 'title', email: 'email', qualified_on: 'qualifiedOn' } as const

/** The plan and everything that stands in its way. With a problem anywhere nothing of it may be applied. */
export function planImport(lines: readonly ImportLine[], state: ImportState): ImportPlan {
  const problems: LineProblem[] = []
  const drafts = new Map<string, Draft>()
  const foundAs = new Map<StaffMember | null, ImportLine['cells']>()
  const find = finderOf(state.staff)
  for (const { line, cells } of lines) {
    const problem = (field: ImportField, what: ImportProblem) => void problems.push({ line, field, problem: what })
    if (!shapeIsSound(cells, state.today, problem)) continue
    const key = cells.staff_id
    const draft = drafts.get(key) ?? begin(line, cells, find(cells), problem)
    if (!draft) continue
    const { staff_id: former = key } = foundAs.get(draft.known) ?? {}
    if (draft.known && former !== key) problem('staff_id', 'contradicts')
    foundAs.set(draft.known, cells)
    drafts.set(key, draft)
    takeFields(draft, cells, problem)
    takeRole(draft, line, cells, state, problem)
  }
  for (const draft of drafts.values()) refuseUnfit(draft, state, problems)
  refuseLastAdministrator([...drafts.values()], state, problems)
  problems.sort((a, b) => a.line - b.line)
  return { people: [...drafts.values()].map(({ plan }) => plan), problems }
}

type Tell = (field: ImportField, problem: ImportProblem) => void

interface Draft {
  plan: PersonPlan
  known: StaffMember | null
  /** What the file has said of the person so far. */
  said: Partial<Record<keyof typeof fieldNames, string>>
  /** The roles as they would be; `line` where the file has named them. */
  roles: (NewRole & { id: string | null; unitName: string; line?: number })[]
}

function shapeIsSound(cells: ImportLine['cells'], today: string, problem: Tell): boolean {
  let isSound = true
  const refuse = (field: ImportField, what: ImportProblem) => {
    isSound = false
    problem(field, what)
  }
  if (cells.staff_id === '') refuse('staff_id', 'missing')
  for (const field of importFields) {
    if (cells[field].length > (longest[field] ?? 200)) refuse(field, 'too-long')
  }
  if (cells.email !== '' && !address.test(cells.email)) refuse('email', 'not-an-address')
  for (const field of ['from', 'to', 'qualified_on'] as const) {
    if (cells[field] !== '' && !isDay(cells[field])) refuse(field, 'not-a-day')
  }
  if (isDay(cells.qualified_on) && cells.qualified_on > today) refuse('qualified_on', 'in-the-future')
  if (cells.unit === '' && (cells.role !== '' || cells.from !== '' || cells.to !== '')) refuse('unit', 'missing')
  if (cells.unit !== '' && cells.role === '') refuse('role', 'missing')
  return isSound
}

/** By the staff id; else by the e-mail address of someone who has no staff id yet. */
function finderOf(staff: readonly StaffMember[]) {
  const byStaffId = new Map(staff.map((one) => [one.staffId, one]))
  const byAddress = Map.groupBy(
    staff.filter(({ staffId }) => staffId === null),
    ({ email }) => email.toLowerCase(),
  )
  return ({ staff_id, email }: ImportLine['cells']): StaffMember | null => {
    const [one, another] = byAddress.get(email.toLowerCase()) ?? []
    return byStaffId.get(staff_id) ?? (another ? null : (one ?? null))
  }
}

function begin(line: number, cells: ImportLine['cells'], known: StaffMember | null, problem: Tell): Draft | null {
  if (known && !known.isActive) {
    problem('staff_id', 'deactivated')
    return null
  }
  const missing = known ? [] : (['name', 'title', 'email'] as const).filter((field) => cells[field] === '')
  for (const field of missing) problem(field, 'missing')
  if (missing.length > 0) return null
  const { name, title, email, qualifiedOn } = known ?? { name: cells.name, title: '', email: '', qualifiedOn: null }
  const fields = { name, title, email, staffId: cells.staff_id, qualifiedOn }
  const changes: Changes = {}
  if (known?.staffId !== cells.staff_id) changes.staffId = { from: known?.staffId ?? null, to: cells.staff_id }
  return {
    plan: {
      line,
      personId: known?.id ?? null,
      version: known?.version ?? 0,
      name,
      fields,
      changes,
      given: [],
      ended: [],
    },
    known,
    said: {},
    roles: known?.roles.filter((role) => !isWithdrawn(role)).map((role) => ({ ...role })) ?? [],
  }
}

function takeFields(draft: Draft, cells: ImportLine['cells'], problem: Tell): void {
  const { plan, said } = draft
  for (const [cell, field] of Object.entries(fieldNames) as [keyof typeof fieldNames, keyof PersonPlan['fields']][]) {
    const written = cells[cell]
    if (written === '') continue
    const before = said[cell]
    if (before !== undefined && before !== written) problem(cell, 'contradicts')
    said[cell] = written
    if (before !== undefined) continue
    const was = draft.known ? plan.fields[field] : null
    if (was !== written) plan.changes[field] = { from: was, to: written }
    plan.fields = { ...plan.fields, [field]: written }
  }
  plan.name = plan.fields.name
}

function takeRole(draft: Draft, line: number, cells: ImportLine['cells'], state: ImportState, problem: Tell): void {
  if (cells.unit === '') return
  const units = state.units.filter(({ name }) => name.toLowerCase() === cells.unit.toLowerCase())
  const [unit] = units
  const role = roleNames[cells.role.toLowerCase()]
  if (!unit || units.length > 1) problem('unit', 'unknown-unit')
  if (!role) problem('role', 'unknown-role')
  if (!unit || units.length > 1 || !role) return

  const { from, to } = cells
  const same = draft.roles.filter((held) => held.unitId === unit.id && held.role === role)
  const held = from
    ? same.find((one) => one.from === from)
    : (same.find((one) => isOn(one, state.today)) ?? same.find((one) => one.from > state.today))
  const span: Span = { from: from || state.today, until: to || null }
  if (held?.line !== undefined) problem('role', 'contradicts')
  else if (held) endRole(draft, held, line, to)
  else if (isWithdrawn(span)) problem('to', 'reversed')
  else {
    const given = { unitId: unit.id, role, ...span, unitName: unit.name }
    draft.plan.given.push(given)
    draft.roles.push({ ...given, id: null, line })
  }
}

/** The role is there already: the file may give it another last day. No day in the file leaves it as it is. */
function endRole({ plan }: Draft, held: Draft['roles'][number], line: number, to: string): void {
  held.line = line
  if (to === '' || to === held.until || !held.id) return
  const { id, unitName, role, from, until: before } = held
  const until = endedOn(held, to)
  plan.ended.push({ id, unitName, role, from, before, until })
  held.until = until
}

function changesAnything({ changes, given, ended }: PersonPlan): boolean {
  return Object.keys(changes).length > 0 || given.length > 0 || ended.length > 0
}

function refuseUnfit({ plan, known, roles: held }: Draft, { actorId }: ImportState, problems: LineProblem[]): void {
  if (known?.id === actorId && changesAnything(plan)) {
    problems.push({ line: plan.line, field: 'staff_id', problem: 'own-person' })
  }
  for (const role of held) {
    if (role.line === undefined) continue
    const others = held.filter((other) => other !== role && (other.line === undefined || other.line < (role.line ?? 0)))
    const found = roleProblem(role, others, known?.deputySpans ?? [])
    if (found) problems.push({ line: role.line, field: found === 'period-overlaps' ? 'from' : 'role', problem: found })
  }
}

function refuseLastAdministrator(drafts: readonly Draft[], state: ImportState, problems: LineProblem[]): void {
  const administering = (spans: readonly (Span & { role: Role })[]) =>
    spans.filter(({ role }) => role === 'administrator')
  const touched = new Set(drafts.map(({ known }) => known?.id))
  const active = state.staff.filter(({ isActive }) => isActive)
  const before = administering(active.flatMap((one) => one.roles))
  const after = administering([
    ...active.filter(({ id }) => !touched.has(id)).flatMap((one) => one.roles),
    ...drafts.flatMap((draft) => draft.roles),
  ])
  if (!losesLastAdministrator(before, after, state.today)) return
  const ended = drafts.flatMap((draft) => administering(draft.roles).filter((role) => 'line' in role))
  for (const role of ended as Draft['roles']) {
    if (role.line !== undefined) problems.push({ line: role.line, field: 'to', problem: 'last-administrator' })
  }
}

/** What a plan comes to, in numbers. A person can be both changed and have roles given and ended. */
export function sumsOf(people: readonly PersonPlan[]) {
  const changed = people.filter(({ personId }) => personId !== null)
  return {
    added: people.length - changed.length,
    changed: changed.filter(changesAnything).length,
    unchanged: changed.filter((plan) => !changesAnything(plan)).length,
    given: people.reduce((sum, { given }) => sum + given.length, 0),
    ended: people.reduce((sum, { ended }) => sum + ended.length, 0),
  }
}

/** UTF-8, with or without a mark at its beginning; else Windows-1252, as Excel writes on a Swedish computer. */
export function textOfFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
