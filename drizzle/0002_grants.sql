-- What each role may do at all; the row policies then say with which rows.
-- A sent referral, the history, what the sender was told and the access log are added to, never changed.
grant usage on schema public to viewer, worker;
--> statement-breakpoint
grant select on municipalities, boards, units, people, memberships to viewer;
--> statement-breakpoint
grant insert on people, memberships to viewer;
--> statement-breakpoint
grant update (name, title, email, staff_id, qualified, qualified_on, deactivated_at, returned_at, version) on people to viewer;
--> statement-breakpoint
grant update (valid_until) on memberships to viewer;
--> statement-breakpoint
grant select, insert, update (valid_until) on deputies, absences to viewer;
--> statement-breakpoint
-- An administrator keeps the organisation. A unit's kind and board never change, as the law reads them.
grant insert on boards, units to viewer;
--> statement-breakpoint
grant update (name, version) on boards to viewer;
--> statement-breakpoint
grant update (name, public_name, phone, mailbox, opening_hours, receives_since, closed_at, version) on units to viewer;
--> statement-breakpoint
grant select, insert on unit_successions, unit_names, routing_rules to viewer;
--> statement-breakpoint
grant select on unit_successions to worker, service;
--> statement-breakpoint
-- Whether a unit has anything left, before it is closed: that there is a note, and nothing of it.
grant select (unit_id) on child_notes to worker;
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
grant select, insert, update (opened_at, taken) on search_rates to viewer;
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
grant select on people, units, memberships, deputies to service;
--> statement-breakpoint
grant update (language) on people to service;
--> statement-breakpoint
grant select, insert, update (seen_at, ended_at), delete on sessions to service;
--> statement-breakpoint
-- Sign-in: which provider, who that is, and which roles the provider gives; what it settles is added, never changed.
grant select on municipalities, identity_providers, provider_roles to service;
--> statement-breakpoint
grant insert, update (valid_until) on memberships to service;
--> statement-breakpoint
grant select, insert on person_identities to service;
--> statement-breakpoint
grant select, insert, delete on used_tokens to service;
--> statement-breakpoint
grant insert on security_log to service;
--> statement-breakpoint
-- The secret is written and not read.
grant select (id, municipality_id, issuer, client_id, client_authentication, scope, acr_values, person_match,
  person_claim, roles_from, roles_claim, contact) on identity_providers to viewer;
--> statement-breakpoint
grant insert, update (issuer, client_id, client_authentication, secret, scope, acr_values, person_match,
  person_claim, roles_from, roles_claim, contact) on identity_providers to viewer;
--> statement-breakpoint
grant select, insert, delete on provider_roles to viewer;
--> statement-breakpoint
grant select on security_log to viewer;
--> statement-breakpoint
grant select (sent_at, dead_at) on outbox to service;
--> statement-breakpoint
-- A review is drawn by a job; reviewers add marks, the manager signs, and what was drawn or said is never changed.
grant select on access_reviews, access_review_items to viewer;
--> statement-breakpoint
grant select, insert on access_review_marks, access_review_signatures to viewer;
--> statement-breakpoint
-- The lines of the access log are linked afterwards, so that no read waits for another's; links are added and no more.
grant usage on schema public to archivist;
--> statement-breakpoint
grant select on access_log to archivist;
--> statement-breakpoint
grant select, insert on access_log_links to archivist;
--> statement-breakpoint
-- It draws the reviews: who stood how to a referral, and never what the referral says. No sealed column is readable.
grant select, insert on access_reviews, access_review_items to archivist;
--> statement-breakpoint
grant select (id, review_id, item_id, mark) on access_review_marks to archivist;
--> statement-breakpoint
grant select (id, reference, child_index, sender_person_id) on referrals to archivist;
--> statement-breakpoint
grant select (referral_id, assignee_id) on intakes to archivist;
--> statement-breakpoint
grant select (referral_id, actor_id, kind, at) on events to archivist;
--> statement-breakpoint
grant select on search_terms, memberships to archivist;
--> statement-breakpoint
grant select (id, municipality_id, name, kind) on units to archivist;
--> statement-breakpoint
grant select (id, name, deactivated_at) on people to archivist;
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
