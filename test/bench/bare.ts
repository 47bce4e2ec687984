import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import postgres from 'postgres'
import { Temporal } from 'temporal-polyfill'
import { newId } from '../../src/db/ids.ts'
import type { FlagDraft } from '../../src/domain/flag/draft.ts'

/**
 * The yardstick: the least that could be written on the same two libraries. The same rows are read and written, by one
 * statement a request as the owner of the tables; nobody signs in, nothing is checked, sealed or logged.
 */

const transparent = (value: string) => value
const sql = postgres(process.env.BENCH_URL ?? '', {
  max: 20,
  onnotice: () => {},
  types: {
    timestamps: { to: 1184, from: [1184, 1114], serialize: transparent, parse: transparent },
    dates: { to: 1082, from: [1082], serialize: transparent, parse: transparent },
  },
})
const app = new Hono()

app.get('/inbox', async (http) => {
  const rows = await sql`
    with top as materialized (
      select i.referral_id, i.status, i.due_on, i.due_kind, i.assignee_id, i.supplemented_at from intakes i
      where i.receiver_unit_id = ${http.req.query('unit') ?? ''} and i.in_inbox order by i.due_on, i.referral_id limit 51
    )
    select r.id, r.reference, r.track, r.nature, top.status, top.due_on, top.due_kind, r.acute, r.young_carer,
      r.is_protected, r.sent_at, top.supplemented_at is not null as supplemented, u.name as sender_unit,
      top.assignee_id, p.name as assignee, encode(r.child, 'base64') as child,
      (select count(*)::int from referrals o where o.child_index = r.child_index and o.id <> r.id) as earlier,
      (select count(*)::int from referrals o where o.family_group_id = r.family_group_id and o.id <> r.id
        and o.child_index is distinct from r.child_index) as siblings
    from top join referrals r on r.id = top.referral_id
    left join units u on u.id = r.sender_unit_id
    left join people p on p.id = top.assignee_id
    order by top.due_on, top.referral_id`
  return http.json({ rows })
})

app.get('/referral', async (http) => {
  const [row] = await sql`
    select r.*, i.*, encode(r.child, 'base64') as child, encode(r.content, 'base64') as content,
      sp.name as sender_name, sp.title as sender_title, su.name as sender_unit, su.phone as sender_phone,
      sb.name as sender_board, ru.name as receiver_unit, ru.phone as receiver_phone, rb.name as receiver_board,
      a.name as assignee,
      (select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'at', e.at, 'due_on', e.due_on, 'legal_basis',
          e.legal_basis, 'qualified', e.actor_qualified, 'role', e.actor_role, 'name', ep.name, 'title', ep.title,
          'unit', eu.name, 'details', e.details) order by e.id)
        from events e left join people ep on ep.id = e.actor_id left join units eu on eu.id = e.actor_unit_id
        where e.referral_id = r.id) as events,
      (select json_agg(json_build_object('id', o.id, 'reference', o.reference, 'child', o.child, 'status', oi.status,
          'track', o.track, 'sent_at', o.sent_at, 'sender_unit', ou.name) order by o.id desc)
        from (
          select o.* from referrals o where o.family_group_id = r.family_group_id and o.id <> r.id
          union
          select o.* from referrals o where o.child_index = r.child_index and o.id <> r.id
        ) o join intakes oi on oi.referral_id = o.id left join units ou on ou.id = o.sender_unit_id) as related,
      (select json_agg(json_build_object('personId', p.id, 'name', p.name, 'title', p.title) order by p.name)
        from people p where exists (select from memberships m where m.person_id = p.id
          and m.unit_id = r.receiver_unit_id and m.role <> 'administrator')) as colleagues,
      (select json_agg(json_build_object('unitId', u.id, 'name', u.name, 'boardName', b.name, 'phone', u.phone)
          order by u.name)
        from units u join boards b on b.id = u.board_id where u.kind = 'intake' and u.id <> r.receiver_unit_id
          and u.municipality_id = ru.municipality_id) as other_intakes
    from referrals r join intakes i on i.referral_id = r.id
    join people sp on sp.id = r.sender_person_id
    join units su on su.id = r.sender_unit_id join boards sb on sb.id = su.board_id
    join units ru on ru.id = r.receiver_unit_id join boards rb on rb.id = ru.board_id
    left join people a on a.id = i.assignee_id
    where r.reference = ${http.req.query('reference') ?? ''}`
  return http.json(row ?? null)
})

const sendText = `
  with input as (select $1::jsonb as j), sub as (
    insert into submissions (id, person_id, key, content_hash, sender_unit_id, sent_at)
    select (j->>'id')::uuid, (j->>'person')::uuid, (j->>'key')::uuid, '', (j->>'unit')::uuid, (j->>'at')::timestamptz
    from input returning *
  ), receiver as (
    select r.id from sub join units s on s.id = sub.sender_unit_id join units r on r.board_id = s.board_id
    where r.kind = 'intake'
  ), child as (
    select x.* from input, jsonb_to_recordset(j->'children') as x(id uuid, child jsonb, content jsonb)
  ), ref as (
    insert into referrals (id, reference, submission_id, family_group_id, child_index, track, nature, sender_unit_id,
      receiver_unit_id, sender_person_id, sent_at, policy_version, acute, violence, young_carer, is_protected, protection,
      meeting_willing, feedback_wanted, child, content)
    select child.id, 'BL-2026-' || nextval('reference_numbers'), sub.id, sub.id, child.id, 'A', 'other_information',
      sub.sender_unit_id, receiver.id, sub.person_id, sub.sent_at, '2025-07-01', false, false, false, false, 'none', false, true,
      convert_to(child.child::text, 'UTF8'), convert_to(child.content::text, 'UTF8')
    from child, sub, receiver returning id, reference
  ), taken_in as (
    insert into intakes (referral_id, sender_unit_id, receiver_unit_id, is_protected, status, version, question_open,
      feedback_requested_at, preliminary_due_on, in_inbox, due_on, due_kind)
    select child.id, sub.sender_unit_id, receiver.id, false, 'sent', 1, false, sub.sent_at, sub.sent_at::date + 14, true,
      sub.sent_at::date, 'receipt'
    from child, sub, receiver
  ), ticking as (
    insert into clocks (referral_id, kind, sender_unit_id, receiver_unit_id, is_protected, label, policy_version, started_at,
      strict_due_on, roll_over_due_on)
    select child.id, x.kind, sub.sender_unit_id, receiver.id, false, 'statutory', '2025-07-01', sub.sent_at, sub.sent_at::date,
      sub.sent_at::date
    from child, sub, receiver, unnest(array['receipt', 'protection_assessment', 'preliminary_assessment']) x(kind)
  ), happened as (
    insert into events (id, referral_id, sender_unit_id, receiver_unit_id, is_protected, kind, at, actor_id, actor_unit_id, actor_role,
      actor_qualified, legal_basis)
    select x.id, x.referral_id, sub.sender_unit_id, receiver.id, false, x.kind, sub.sent_at, sub.person_id, sub.sender_unit_id,
      'case_handler', false, 'SoL 14:2'
    from input, sub, receiver, jsonb_to_recordset(j->'events') as x(id uuid, referral_id uuid, kind text)
  ), findable as (
    insert into search_terms (unit_id, term, referral_id)
    select u.unit_id, x.term, x.referral_id
    from input, sub, receiver, jsonb_to_recordset(j->'terms') as x(term uuid, referral_id uuid),
      lateral (values (sub.sender_unit_id), (receiver.id)) u(unit_id)
  ), letter as (
    insert into outbox (id, cause_id, kind, referral_id, to_unit_id, written_at, next_attempt_at)
    select (j->>'letter')::uuid, sub.id, 'new_referral', (j->'children'->0->>'id')::uuid, receiver.id, sub.sent_at,
      sub.sent_at
    from input, sub, receiver
  )
  select id, reference from ref`

app.post('/flags', async (http) => {
  const { key, person, flag } = await http.req.json<{ key: string; person: string; flag: FlagDraft }>()
  const now = Temporal.Now.instant()
  const { children = [], ...content } = flag
  const records = children.map((child) => ({ id: newId(now), child, content: { ...content, child } }))
  const record = {
    id: newId(now),
    letter: newId(now),
    person,
    key,
    unit: flag.senderUnitId,
    at: now.toString(),
    children: records,
    events: records.flatMap(({ id }) =>
      ['sent', 'feedback_requested'].map((kind) => ({ id: newId(now), referral_id: id, kind })),
    ),
    terms: records.flatMap(({ id }) =>
      Array.from({ length: 5 }, () => ({ term: crypto.randomUUID(), referral_id: id })),
    ),
  }
  return http.json(await sql.unsafe(sendText, [sql.json(record)], { prepare: true }))
})

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }))
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))
