import { organisation, type PersonKey } from './organisation.ts'

export const everyone = Object.keys(organisation.people) as PersonKey[]
const ours: PersonKey[] = everyone.filter((person) => !person.startsWith('foreign'))
const senders: PersonKey[] = ['handler', 'colleague', 'adultManager']
const receivers: PersonKey[] = ['worker', 'secondWorker', 'unqualified', 'lead', 'manager', 'onDuty']
const bothSides = [...senders, ...receivers]
/** Who has opened the referral in an emergency: reads what the child unit reads of it, and changes nothing. */
const inEmergency: PersonKey[] = ['supporter']
const nobody: PersonKey[] = []

export interface Expectation {
  /** Who sees the one row that the story leaves; null: the role may not read the table at all. */
  read: PersonKey[] | null
  /** Who may add the row once more, as far as rights and policies go. */
  insert: PersonKey[] | null
  /** The columns that the role may write, and who reaches the row. */
  update: { columns: string[]; who: PersonKey[] } | null
  /** Null: the role may not delete. */
  delete: PersonKey[] | null
}
const readOnly = { insert: null, update: null, delete: null }

/** Every table of the schema. One that is missing here fails the test. */
export const expectations: Record<string, Expectation> = {
  municipalities: { ...readOnly, read: ours },
  boards: {
    ...readOnly,
    read: ours,
    insert: ['administrator'],
    update: { columns: ['name', 'version'], who: ['administrator'] },
  },
  units: {
    ...readOnly,
    read: ours,
    insert: ['administrator'],
    update: {
      columns: ['name', 'public_name', 'phone', 'mailbox', 'opening_hours', 'receives_since', 'closed_at', 'version'],
      who: ['administrator'],
    },
  },
  people: {
    ...readOnly,
    read: ours,
    insert: ['administrator'],
    update: {
      columns: [
        'name',
        'title',
        'email',
        'staff_id',
        'qualified',
        'qualified_on',
        'deactivated_at',
        'returned_at',
        'version',
      ],
      who: ['administrator'],
    },
  },
  memberships: {
    ...readOnly,
    read: ours,
    insert: ['administrator'],
    update: { columns: ['valid_until'], who: ['administrator'] },
  },
  deputies: {
    ...readOnly,
    read: ours,
    insert: ['administrator'],
    update: { columns: ['valid_until'], who: ['administrator'] },
  },
  absences: {
    ...readOnly,
    read: ['administrator', ...receivers],
    insert: ['administrator', 'manager', 'worker'],
    update: { columns: ['valid_until'], who: ['administrator', 'manager', 'worker'] },
  },
  unit_names: { ...readOnly, read: ours, insert: ['administrator'] },
  unit_successions: { ...readOnly, read: ours, insert: ['administrator'] },
  routing_rules: { ...readOnly, read: ours, insert: ['administrator'] },
  sessions: { ...readOnly, read: null },
  identity_providers: {
    read: ['administrator'],
    insert: ['administrator'],
    update: {
      columns: [
        'issuer',
        'client_id',
        'client_authentication',
        'secret',
        'scope',
        'acr_values',
        'person_match',
        'person_claim',
        'roles_from',
        'roles_claim',
        'contact',
      ],
      who: ['administrator'],
    },
    delete: null,
  },
  provider_roles: {
    read: ['administrator'],
    insert: ['administrator'],
    update: null,
    delete: ['administrator'],
  },
  person_identities: { ...readOnly, read: null },
  used_tokens: { ...readOnly, read: null },
  security_log: { ...readOnly, read: ['administrator', 'auditor'] },
  administration_log: { ...readOnly, read: ['administrator'], insert: ['administrator'] },
  access_log: { ...readOnly, read: null, insert: ['worker'] },
  access_log_links: { ...readOnly, read: null },
  access_reviews: { ...readOnly, read: ['auditor', 'manager'] },
  access_review_signatures: { ...readOnly, read: ours, insert: ['adultManager'] },
  access_review_items: { ...readOnly, read: ['auditor', 'manager', 'worker'] },
  access_review_marks: { ...readOnly, read: ['auditor', 'manager', 'worker'], insert: ['manager'] },
  drafts: {
    read: ['handler'],
    insert: ['handler'],
    update: { columns: ['id', 'author_id', 'opened_at', 'saved_at', 'version', 'content'], who: ['handler'] },
    delete: ['handler'],
  },
  submissions: { ...readOnly, read: senders, insert: ['handler'] },
  child_notes: { ...readOnly, read: senders, insert: senders, update: { columns: ['asked_again_at'], who: senders } },
  referrals: { ...readOnly, read: [...bothSides, ...inEmergency], insert: ['handler'] },
  intakes: {
    ...readOnly,
    read: [...receivers, ...inEmergency],
    insert: nobody,
    update: {
      columns: [
        'status',
        'version',
        'assignee_id',
        'opened_at',
        'protection_assessed_at',
        'decided_at',
        'question_open',
        'feedback_requested_at',
        'feedback_answered_at',
        'preliminary_due_on',
        'supplemented_at',
        'in_inbox',
        'due_on',
        'due_kind',
      ],
      who: receivers,
    },
  },
  clocks: {
    ...readOnly,
    read: [...receivers, ...inEmergency],
    insert: bothSides,
    update: { columns: ['started_at', 'strict_due_on', 'roll_over_due_on', 'met_at'], who: receivers },
  },
  events: { ...readOnly, read: [...receivers, ...inEmergency], insert: ['handler'] },
  sender_updates: { ...readOnly, read: [...bothSides, ...inEmergency], insert: receivers },
  supplements: { ...readOnly, read: [...bothSides, ...inEmergency], insert: ['handler'] },
  feedback_requests: { ...readOnly, read: senders, insert: ['handler'] },
  search_terms: { ...readOnly, read: senders, insert: senders },
  search_rates: {
    read: ['handler'],
    insert: ['handler'],
    update: { columns: ['opened_at', 'taken'], who: ['handler'] },
    delete: null,
  },
  notices: { ...readOnly, read: ['handler'], insert: receivers, update: { columns: ['read_at'], who: ['handler'] } },
  protected_access: {
    ...readOnly,
    read: ['manager', 'worker'],
    insert: ['manager'],
    update: { columns: ['ended_at', 'ended_by'], who: ['manager'] },
  },
  protection_changes: { ...readOnly, read: ['manager', 'worker'] },
  protected_reads: { ...readOnly, read: ['manager'], insert: ['worker'] },
  emergency_lookups: { ...readOnly, read: ['supporter'], insert: ['supporter'] },
  emergency_accesses: {
    ...readOnly,
    read: ['manager', 'supporter'],
    update: { columns: ['ended_at'], who: ['manager', 'supporter'] },
  },
  outbox: { ...readOnly, read: null, insert: senders },
}
