import type postgres from 'postgres'
import { boards, intakeStaff, type Kind, peopleOfBoard, prefix, unitsOfBoard } from './world.ts'

const key = (kind: Kind, n: string) => `('${prefix(kind)}' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`

/** Two children a form; a board's forms come in turn from its four adult units, and all go to its intake. */
const submission = 'n / 2'
const board = `((${submission}) % ${boards})`
const senderUnit = key('unit', `${board} * ${unitsOfBoard} + 1 + (${submission} / ${boards}) % 4`)
const receiverUnit = key('unit', `${board} * ${unitsOfBoard}`)
const handler = key('person', `${board} * ${peopleOfBoard} + ${intakeStaff} + (${submission} / ${boards}) % 4`)
const worker = key('person', `${board} * ${peopleOfBoard} + 2`)
/** Our own clock writes milliseconds. */
const sentAt = `date_trunc('milliseconds', now()) - interval '20 days' - (count - n) * interval '2 minutes'`
const noise = (of: string, times: number) => `decode(repeat(md5(${of}::text), ${times}), 'hex')`

const organisation = [
  `insert into municipalities select ${key('municipality', 'n')}, lpad(n::text, 4, '9'), 'Kommun ' || n
   from generate_series(0, ${boards / 2 - 1}) n`,
  `insert into boards select ${key('board', 'n')}, ${key('municipality', 'n / 2')}, 'Nämnd ' || n
   from generate_series(0, ${boards - 1}) n`,
  `insert into units (id, municipality_id, board_id, kind, name, phone, mailbox)
   select ${key('unit', 'n')}, ${key('municipality', `n / ${2 * unitsOfBoard}`)}, ${key('board', `n / ${unitsOfBoard}`)},
     (array['intake', 'substance_use', 'income_support', 'social_psychiatry', 'disability'])[n % ${unitsOfBoard} + 1],
     'Enhet ' || n, '08-465 004 00', 'enhet' || n || '@a.example'
   from generate_series(0, ${boards * unitsOfBoard - 1}) n`,
  `insert into people (id, municipality_id, name, title, email, qualified)
   select ${key('person', 'n')}, ${key('municipality', `n / ${2 * peopleOfBoard}`)}, 'Person ' || n, 'Titel',
     'p' || n || '@a.example', true
   from generate_series(0, ${boards * peopleOfBoard - 1}) n`,
  `insert into memberships (person_id, unit_id, municipality_id, role)
   select ${key('person', 'n')},
     ${key('unit', `n / ${peopleOfBoard} * ${unitsOfBoard} + greatest(0, n % ${peopleOfBoard} - ${intakeStaff - 1})`)},
     ${key('municipality', `n / ${2 * peopleOfBoard}`)},
     case when n % ${peopleOfBoard} = 0 then 'unit_manager' when n % ${peopleOfBoard} = 1 then 'team_lead'
       when n % ${peopleOfBoard} < ${intakeStaff} then 'social_worker' else 'case_handler' end
   from generate_series(0, ${boards * peopleOfBoard - 1}) n`,
]

/** The latest twentieth is open; the ordinary unit has at least 60 open, and the one that is behind so many. */
function history(count: number, backlog: number): string[] {
  const series = `generate_series(0, ${count - 1}) n, (values (${count})) c(count)`
  const open = `(n >= count * 0.95 or ${board} = 0 and n >= count - ${60 * boards}
    or ${board} = 2 and n >= count - ${backlog * boards})`
  const due = `current_date + ((n::bigint * 7919) % 30)::int - 10`
  return [
    `insert into submissions (id, person_id, key, content_hash, sender_unit_id, sent_at)
     select ${key('submission', submission)}, ${handler}, ${key('submission', submission)}, md5(n::text), ${senderUnit},
       ${sentAt}
     from ${series} where n % 2 = 0`,
    `insert into referrals (id, reference, submission_id, family_group_id, child_index, track, nature, sender_unit_id,
       receiver_unit_id, sender_person_id, sent_at, policy_version, acute, violence, young_carer, is_protected,
       protection, meeting_willing, feedback_wanted, child, content)
     select ${key('referral', 'n')}, 'BL-2026-' || lpad(n::text, 7, '0'), ${key('submission', submission)},
       ${key('submission', submission)}, md5('child' || n)::uuid, 'A', 'other_information', ${senderUnit},
       ${receiverUnit}, ${handler}, ${sentAt}, '2025-07-01', n % 50 = 0, n % 7 = 0, n % 9 = 0, false, 'none', true, true,
       ${noise('n', 9)}, ${noise('(-n)', 30)}
     from ${series}`,
    `insert into intakes (referral_id, sender_unit_id, receiver_unit_id, is_protected, status, version, assignee_id, opened_at,
       question_open, feedback_requested_at, decided_at, preliminary_due_on, in_inbox, due_on, due_kind)
     select ${key('referral', 'n')}, ${senderUnit}, ${receiverUnit}, false,
       case when ${open} then 'received' when n % 10 = 0 then 'inquiry_open' else 'no_inquiry' end, 2,
       case when n % 2 = 0 then ${worker} end, ${sentAt}, false, ${sentAt}, case when not ${open} then ${sentAt} end,
       ${due}, ${open}, ${due}, 'preliminary_assessment'
     from ${series}`,
    `insert into clocks (referral_id, kind, sender_unit_id, receiver_unit_id, is_protected, label, policy_version, started_at,
       strict_due_on, roll_over_due_on)
     select ${key('referral', 'n')}, kind, ${senderUnit}, ${receiverUnit}, false, 'statutory', '2025-07-01', ${sentAt}, ${due}, ${due}
     from ${series}, unnest(array['receipt', 'protection_assessment', 'preliminary_assessment']) kind`,
    `insert into events (id, referral_id, sender_unit_id, receiver_unit_id, is_protected, kind, at, actor_id, actor_unit_id, actor_role,
       actor_qualified, legal_basis)
     select ${key('event', 'n * 32 + k')}, ${key('referral', 'n')}, ${senderUnit}, ${receiverUnit}, false,
       case k when 0 then 'sent' else 'received' end, ${sentAt}, case k when 0 then ${handler} else ${worker} end,
       case k when 0 then ${senderUnit} else ${receiverUnit} end, case k when 0 then 'case_handler' else 'social_worker' end,
       true, 'SoL 14:2'
     from ${series}, generate_series(0, 1) k`,
    `insert into search_terms (unit_id, term, referral_id)
     select unit, md5(unit || 'name' || k || (hashint4(n * 2 + k) % 5000))::uuid, ${key('referral', 'n')}
     from ${series}, generate_series(0, 1) k, lateral (values (${senderUnit}), (${receiverUnit})) u(unit)`,
    `select setval('reference_numbers', ${count + 10_000_000})`,
  ]
}

/** Fills an empty, migrated database. Indexes that are not keys are made afterwards; references are not checked. */
export async function fill(sql: postgres.Sql, count: number, backlog: number): Promise<void> {
  await sql.unsafe(`set session_replication_role = replica; set maintenance_work_mem = '512MB'; set jit = off`)
  const indexes = await sql<{ name: string; text: string }[]>`
    select indexname as name, indexdef as text from pg_indexes
    where schemaname = 'public' and indexname not in (select conname from pg_constraint)`
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  await sql.unsafe('alter table search_terms drop constraint search_terms_unit_id_term_referral_id_pk')
  for (const text of [...organisation, ...history(count, backlog)]) await sql.unsafe(text)
  for (const { text } of indexes) await sql.unsafe(text)
  await sql.unsafe('alter table search_terms add primary key (unit_id, term, referral_id)')
}
