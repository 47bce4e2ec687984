-- What each role may do at all; the row policies then say with which rows.
-- A sent referral, the history, what the sender was told and the access log are added to, never changed.
grant usage on schema public to viewer, worker;
--> statement-breakpoint
grant select on municipalities, boards, units, people, memberships to viewer;
--> statement-breakpoint
grant update (language) on people to viewer;
--> statement-breakpoint
grant select, insert, update, delete on drafts to viewer;
--> statement-breakpoint
grant select, insert on submissions, referrals, events, sender_updates, supplements, feedback_requests, search_terms to viewer;
--> statement-breakpoint
grant select, insert on child_notes to viewer;
--> statement-breakpoint
grant update (asked_again_at) on child_notes to viewer;
--> statement-breakpoint
grant select, insert on intakes, clocks to viewer;
--> statement-breakpoint
grant update (status, version, assignee_id, opened_at, protection_assessed_at, decided_at, question_open,
  feedback_requested_at, feedback_answered_at, preliminary_due_on, supplemented_at, in_inbox, due_on, due_kind)
  on intakes to viewer, worker;
--> statement-breakpoint
grant update (strict_due_on, roll_over_due_on, started_at, met_at) on clocks to viewer, worker;
--> statement-breakpoint
grant select, insert on notices to viewer;
--> statement-breakpoint
grant update (read_at) on notices to viewer;
--> statement-breakpoint
grant insert on outbox, access_log to viewer;
--> statement-breakpoint
grant select, insert on administration_log to viewer;
--> statement-breakpoint
grant usage on sequence reference_numbers to viewer;
--> statement-breakpoint
grant select on referrals, units, people to worker;
--> statement-breakpoint
grant select on intakes, clocks, events to worker;
--> statement-breakpoint
grant insert on events, clocks, notices to worker;
--> statement-breakpoint
grant select, update on outbox to worker;
--> statement-breakpoint
grant select, delete on drafts to worker;
--> statement-breakpoint
-- The service's own login, before it takes a role: who is signed in, is the database up to date, does mail leave.
grant usage on schema public, drizzle to service;
--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to service;
--> statement-breakpoint
grant select on people, units, memberships to service;
--> statement-breakpoint
grant select, insert, update (seen_at, ended_at), delete on sessions to service;
--> statement-breakpoint
grant select (sent_at, dead_at) on outbox to service;
--> statement-breakpoint
-- The lines of the access log are linked afterwards, so that no read waits for another's; links are added and no more.
grant usage on schema public to archivist;
--> statement-breakpoint
grant select on access_log to archivist;
--> statement-breakpoint
grant select, insert on access_log_links to archivist;
--> statement-breakpoint
-- Protected persons and break-glass. A sent referral is written to by a change of protection alone: see its policy.
grant select, insert on protected_access to viewer, worker;
--> statement-breakpoint
grant update (ended_at, ended_by) on protected_access to viewer;
--> statement-breakpoint
grant select (person_id, referral_id, starts_at, until, ended_at) on protected_access to service;
--> statement-breakpoint
grant select on protection_changes to viewer;
--> statement-breakpoint
grant select, insert on protection_changes to worker;
--> statement-breakpoint
grant update (is_protected, protection, content) on referrals to worker;
--> statement-breakpoint
grant select, insert, delete on search_terms to worker;
--> statement-breakpoint
grant select, insert on protected_reads, emergency_lookups to viewer;
--> statement-breakpoint
grant select, update (ended_at) on emergency_accesses to viewer;
--> statement-breakpoint
grant select (person_id, referral_id, until, ended_at) on emergency_accesses to service;
--> statement-breakpoint
grant insert on emergency_accesses, outbox to worker;
