CREATE SEQUENCE "public"."reference_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid,
	"role" text,
	"referral_id" uuid,
	"door" text NOT NULL,
	"ground" text NOT NULL,
	"searched_for" text
);
--> statement-breakpoint
ALTER TABLE "access_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "access_log_links" (
	"place" bigint PRIMARY KEY NOT NULL,
	"log_id" uuid NOT NULL,
	"mac" text NOT NULL,
	CONSTRAINT "access_log_links_logId_unique" UNIQUE("log_id")
);
--> statement-breakpoint
ALTER TABLE "access_log_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "access_review_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"municipality_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"log_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"role" text,
	"at" timestamp with time zone NOT NULL,
	"door" text NOT NULL,
	"ground" text NOT NULL,
	"reference" text,
	"reasons" jsonb NOT NULL,
	"reads" integer NOT NULL,
	CONSTRAINT "access_review_items_once" UNIQUE("review_id","log_id"),
	CONSTRAINT "access_review_items_reader" UNIQUE("id","review_id","municipality_id","unit_id","reader_id")
);
--> statement-breakpoint
ALTER TABLE "access_review_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "access_review_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"municipality_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"words" "bytea" NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "access_review_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "access_review_signatures" (
	"review_id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "access_review_signatures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "access_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"month" text NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"reads" integer NOT NULL,
	"sample_seed" text NOT NULL,
	"sample_size" integer NOT NULL,
	"chain_lines" integer NOT NULL,
	"chain_faults" integer NOT NULL,
	CONSTRAINT "access_reviews_once" UNIQUE("unit_id","month"),
	CONSTRAINT "access_reviews_unit" UNIQUE("id","municipality_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "access_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "administration_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid NOT NULL,
	"act" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject_name" text NOT NULL,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "administration_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "emergency_accesses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lookup_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"receiver_unit_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"reason" text NOT NULL,
	"why" "bytea" NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "emergency_accesses_short" CHECK ("emergency_accesses"."until" <= "emergency_accesses"."opened_at" + interval '4 hours')
);
--> statement-breakpoint
ALTER TABLE "emergency_accesses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "emergency_lookups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "emergency_lookups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "child_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"ask_again_on" date NOT NULL,
	"asked_again_at" timestamp with time zone,
	"is_protected" boolean NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "child_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"sender_unit_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "submissions_key" UNIQUE("person_id","key")
);
--> statement-breakpoint
ALTER TABLE "submissions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"referral_id" uuid,
	"reference" text,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cause_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"referral_id" uuid NOT NULL,
	"to_unit_id" uuid,
	"to_person_id" uuid,
	"written_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"last_fault" text,
	CONSTRAINT "outbox_once" UNIQUE NULLS NOT DISTINCT("cause_id","to_unit_id","to_person_id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "boards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "boards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"municipality_id" uuid NOT NULL,
	"role" text NOT NULL,
	"valid_from" date DEFAULT '2000-01-01' NOT NULL,
	"valid_until" date,
	"source" text DEFAULT 'administration' NOT NULL,
	CONSTRAINT "memberships_source" CHECK ("memberships"."source" in ('administration', 'provider')),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('case_handler', 'social_worker', 'team_lead', 'unit_manager', 'out_of_hours', 'administrator', 'auditor')),
	CONSTRAINT "memberships_days" CHECK ("memberships"."valid_until" >= "memberships"."valid_from" - 1)
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "municipalities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "municipalities_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "municipalities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"email" text NOT NULL,
	"staff_id" text,
	"qualified" boolean NOT NULL,
	"qualified_on" date,
	"language" text DEFAULT 'sv' NOT NULL,
	"deactivated_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_staff_id" UNIQUE("municipality_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"mailbox" text NOT NULL,
	"public_name" text,
	"opening_hours" jsonb,
	"receives_since" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "units_kind" CHECK ("units"."kind" in ('substance_use', 'social_psychiatry', 'income_support', 'disability', 'domestic_violence', 'family_law', 'intake', 'child_group', 'out_of_hours', 'family_support'))
);
--> statement-breakpoint
ALTER TABLE "units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protected_access" (
	"id" uuid PRIMARY KEY NOT NULL,
	"referral_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"given_by" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" "bytea" NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "protected_access_ends" CHECK ("protected_access"."until" > "protected_access"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "protected_access" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protected_reads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"unit_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text,
	"door" text NOT NULL,
	"ground" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "protected_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protection_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"referral_id" uuid NOT NULL,
	"receiver_unit_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_unit_id" uuid NOT NULL,
	"from_level" text NOT NULL,
	"to_level" text NOT NULL,
	"source" text NOT NULL,
	"reason" "bytea",
	"blanked" jsonb NOT NULL,
	"transaction" text DEFAULT pg_current_xact_id()::text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "protection_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_rates" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"taken" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "clocks" (
	"referral_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sender_unit_id" uuid NOT NULL,
	"receiver_unit_id" uuid NOT NULL,
	"is_protected" boolean NOT NULL,
	"label" text NOT NULL,
	"policy_version" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"strict_due_on" date NOT NULL,
	"roll_over_due_on" date NOT NULL,
	"met_at" timestamp with time zone,
	CONSTRAINT "clocks_referral_id_kind_pk" PRIMARY KEY("referral_id","kind")
);
--> statement-breakpoint
ALTER TABLE "clocks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"referral_id" uuid NOT NULL,
	"sender_unit_id" uuid NOT NULL,
	"receiver_unit_id" uuid NOT NULL,
	"is_protected" boolean NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_unit_id" uuid NOT NULL,
	"actor_role" text NOT NULL,
	"actor_qualified" boolean NOT NULL,
	"legal_basis" text,
	"due_on" date,
	"details" "bytea"
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feedback_requests" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"sender_unit_id" uuid NOT NULL,
	"receiver_unit_id" uuid NOT NULL,
	"is_protected" boolean NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "feedback_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intakes" (
	"referral_id" uuid PRIMARY KEY NOT NULL,
	"sender_unit_id" uuid NOT NULL,
	"receiver_unit_id" uuid NOT NULL,
	"is_protected" boolean NOT NULL,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"assignee_id" uuid,
	"opened_at" timestamp with time zone,
	"protection_assessed_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"question_open" boolean NOT NULL,
	"feedback_requested_at" timestamp with time zone,
	"feedback_answered_at" timestamp with time zone,
	"preliminary_due_on" date,
	"supplemented_at" timestamp with time zone,
	"in_inbox" boolean NOT NULL,
	"due_on" date,
	"due_kind" text
);
--> statement-breakpoint
ALTER TABLE "intakes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"family_group_id" uuid NOT NULL,
	"child_index" uuid,
	"track" text NOT NULL,
	"nature" text NOT NULL,
	"sender_unit_id" uuid NOT NULL,
	"receiver_unit_id" uuid NOT NULL,
	"sender_person_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"policy_version" text NOT NULL,
	"acute" boolean NOT NULL,
	"violence" boolean NOT NULL,
	"young_carer" boolean NOT NULL,
	"is_protected" boolean NOT NULL,
	"protection" text NOT NULL,
	"meeting_willing" boolean NOT NULL,
	"feedback_wanted" boolean NOT NULL,
	"transferred_from" uuid,
	"child" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "referrals_reference_unique" UNIQUE("reference"),
	CONSTRAINT "referrals_sides" UNIQUE("id","sender_unit_id","receiver_unit_id","is_protected"),
	CONSTRAINT "referrals_protection" CHECK ("referrals"."is_protected" = ("referrals"."protection" <> 'none'))
);
--> statement-breakpoint
ALTER TABLE "referrals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sender_updates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"referral_id" uuid NOT NULL,
	"sender_unit_id" uuid NOT NULL,
	"receiver_unit_id" uuid NOT NULL,
	"is_protected" boolean NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"feedback_value" text,
	"answer_by" date,
	"content" "bytea"
);
--> statement-breakpoint
ALTER TABLE "sender_updates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "supplements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"referral_id" uuid NOT NULL,
	"sender_unit_id" uuid NOT NULL,
	"receiver_unit_id" uuid NOT NULL,
	"is_protected" boolean NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key" uuid NOT NULL,
	"answers_question" boolean NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "supplements_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "supplements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"municipality_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid NOT NULL,
	"districts" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	CONSTRAINT "routing_rules_municipality_id_version_pk" PRIMARY KEY("municipality_id","version")
);
--> statement-breakpoint
ALTER TABLE "routing_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_terms" (
	"unit_id" uuid NOT NULL,
	"term" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	CONSTRAINT "search_terms_unit_id_term_referral_id_pk" PRIMARY KEY("unit_id","term","referral_id")
);
--> statement-breakpoint
ALTER TABLE "search_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity_providers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"client_authentication" text NOT NULL,
	"secret" "bytea" NOT NULL,
	"scope" text NOT NULL,
	"acr_values" jsonb,
	"person_match" text NOT NULL,
	"person_claim" text NOT NULL,
	"roles_from" text NOT NULL,
	"roles_claim" text,
	"contact" text,
	CONSTRAINT "identity_providers_municipalityId_unique" UNIQUE("municipality_id"),
	CONSTRAINT "identity_providers_issuer_unique" UNIQUE("issuer"),
	CONSTRAINT "identity_providers_authentication" CHECK ("identity_providers"."client_authentication" in ('client_secret_post', 'client_secret_basic', 'private_key_jwt')),
	CONSTRAINT "identity_providers_match" CHECK ("identity_providers"."person_match" in ('staff_id', 'email')),
	CONSTRAINT "identity_providers_roles" CHECK ("identity_providers"."roles_from" in ('administration', 'provider', 'both'))
);
--> statement-breakpoint
ALTER TABLE "identity_providers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"bound_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_identities_issuer_subject_pk" PRIMARY KEY("issuer","subject"),
	CONSTRAINT "person_identities_once" UNIQUE("person_id","issuer")
);
--> statement-breakpoint
ALTER TABLE "person_identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "provider_roles" (
	"municipality_id" uuid NOT NULL,
	"value" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "provider_roles_municipality_id_value_unit_id_role_pk" PRIMARY KEY("municipality_id","value","unit_id","role"),
	CONSTRAINT "provider_roles_role" CHECK ("provider_roles"."role" in ('case_handler', 'social_worker', 'team_lead', 'unit_manager', 'out_of_hours', 'administrator', 'auditor'))
);
--> statement-breakpoint
ALTER TABLE "provider_roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "security_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"act" text NOT NULL,
	"municipality_id" uuid,
	"person_id" uuid,
	"reason" text,
	"detail" text,
	CONSTRAINT "security_log_act" CHECK ("security_log"."act" in ('signed_in', 'refused', 'signed_out', 'ended_by_provider', 'ended_elsewhere'))
);
--> statement-breakpoint
ALTER TABLE "security_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"provider_id" uuid,
	"provider_sid" uuid,
	"id_token" "bytea",
	"browser" text,
	"system" text,
	CONSTRAINT "sessions_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "used_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "used_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "absences_days" CHECK ("absences"."valid_until" >= "absences"."valid_from" - 1)
);
--> statement-breakpoint
ALTER TABLE "absences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deputies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"municipality_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"for_person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL,
	CONSTRAINT "deputies_days" CHECK ("deputies"."valid_until" >= "deputies"."valid_from" - 1),
	CONSTRAINT "deputies_other" CHECK ("deputies"."person_id" <> "deputies"."for_person_id")
);
--> statement-breakpoint
ALTER TABLE "deputies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_names" (
	"unit_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"municipality_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "unit_names_unit_id_until_pk" PRIMARY KEY("unit_id","until")
);
--> statement-breakpoint
ALTER TABLE "unit_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_successions" (
	"from_unit_id" uuid NOT NULL,
	"to_unit_id" uuid NOT NULL,
	"municipality_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "unit_successions_from_unit_id_to_unit_id_pk" PRIMARY KEY("from_unit_id","to_unit_id")
);
--> statement-breakpoint
ALTER TABLE "unit_successions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "access_review_items" ADD CONSTRAINT "access_review_items_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_items" ADD CONSTRAINT "access_review_items_of_review" FOREIGN KEY ("review_id","municipality_id","unit_id") REFERENCES "public"."access_reviews"("id","municipality_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_marks" ADD CONSTRAINT "access_review_marks_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_marks" ADD CONSTRAINT "access_review_marks_of_item" FOREIGN KEY ("item_id","review_id","municipality_id","unit_id","reader_id") REFERENCES "public"."access_review_items"("id","review_id","municipality_id","unit_id","reader_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_signatures" ADD CONSTRAINT "access_review_signatures_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_signatures" ADD CONSTRAINT "access_review_signatures_of_review" FOREIGN KEY ("review_id","municipality_id","unit_id") REFERENCES "public"."access_reviews"("id","municipality_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_reviews" ADD CONSTRAINT "access_reviews_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "administration_log" ADD CONSTRAINT "administration_log_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "administration_log" ADD CONSTRAINT "administration_log_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_lookup_id_emergency_lookups_id_fk" FOREIGN KEY ("lookup_id") REFERENCES "public"."emergency_lookups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_lookups" ADD CONSTRAINT "emergency_lookups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_lookups" ADD CONSTRAINT "emergency_lookups_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_notes" ADD CONSTRAINT "child_notes_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_notes" ADD CONSTRAINT "child_notes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_sender_unit_id_units_id_fk" FOREIGN KEY ("sender_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_to_unit_id_units_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_to_person_id_people_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protected_access" ADD CONSTRAINT "protected_access_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protected_access" ADD CONSTRAINT "protected_access_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protected_access" ADD CONSTRAINT "protected_access_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protected_access" ADD CONSTRAINT "protected_access_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protected_access" ADD CONSTRAINT "protected_access_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protected_reads" ADD CONSTRAINT "protected_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection_changes" ADD CONSTRAINT "protection_changes_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection_changes" ADD CONSTRAINT "protection_changes_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_rates" ADD CONSTRAINT "search_rates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_sides" FOREIGN KEY ("referral_id","sender_unit_id","receiver_unit_id","is_protected") REFERENCES "public"."referrals"("id","sender_unit_id","receiver_unit_id","is_protected") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_sides" FOREIGN KEY ("referral_id","sender_unit_id","receiver_unit_id","is_protected") REFERENCES "public"."referrals"("id","sender_unit_id","receiver_unit_id","is_protected") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "feedback_requests" ADD CONSTRAINT "feedback_requests_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_requests" ADD CONSTRAINT "feedback_requests_sides" FOREIGN KEY ("referral_id","sender_unit_id","receiver_unit_id","is_protected") REFERENCES "public"."referrals"("id","sender_unit_id","receiver_unit_id","is_protected") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_sides" FOREIGN KEY ("referral_id","sender_unit_id","receiver_unit_id","is_protected") REFERENCES "public"."referrals"("id","sender_unit_id","receiver_unit_id","is_protected") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_sender_unit_id_units_id_fk" FOREIGN KEY ("sender_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_receiver_unit_id_units_id_fk" FOREIGN KEY ("receiver_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_sender_person_id_people_id_fk" FOREIGN KEY ("sender_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sender_updates" ADD CONSTRAINT "sender_updates_sides" FOREIGN KEY ("referral_id","sender_unit_id","receiver_unit_id","is_protected") REFERENCES "public"."referrals"("id","sender_unit_id","receiver_unit_id","is_protected") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_sides" FOREIGN KEY ("referral_id","sender_unit_id","receiver_unit_id","is_protected") REFERENCES "public"."referrals"("id","sender_unit_id","receiver_unit_id","is_protected") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_providers" ADD CONSTRAINT "identity_providers_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_identities" ADD CONSTRAINT "person_identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_roles" ADD CONSTRAINT "provider_roles_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_roles" ADD CONSTRAINT "provider_roles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_log" ADD CONSTRAINT "security_log_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_log" ADD CONSTRAINT "security_log_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_provider_id_identity_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."identity_providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_for_person_id_people_id_fk" FOREIGN KEY ("for_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_names" ADD CONSTRAINT "unit_names_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_from_unit_id_units_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_to_unit_id_units_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_by_referral" ON "access_log" USING btree ("referral_id","at");--> statement-breakpoint
CREATE INDEX "access_log_by_time" ON "access_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "access_review_items_by_reader" ON "access_review_items" USING btree ("reader_id");--> statement-breakpoint
CREATE INDEX "access_review_marks_by_item" ON "access_review_marks" USING btree ("item_id","id");--> statement-breakpoint
CREATE INDEX "access_review_marks_by_review" ON "access_review_marks" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "administration_log_by_time" ON "administration_log" USING btree ("municipality_id","id");--> statement-breakpoint
CREATE INDEX "emergency_accesses_by_person" ON "emergency_accesses" USING btree ("person_id") WHERE "emergency_accesses"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "emergency_accesses_by_unit" ON "emergency_accesses" USING btree ("receiver_unit_id","id");--> statement-breakpoint
CREATE INDEX "emergency_lookups_by_person" ON "emergency_lookups" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "child_notes_by_unit" ON "child_notes" USING btree ("unit_id","ask_again_on");--> statement-breakpoint
CREATE INDEX "drafts_by_author" ON "drafts" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "drafts_by_age" ON "drafts" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "notices_by_person" ON "notices" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("person_id") WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_dead" ON "outbox" USING btree ("dead_at") WHERE "outbox"."dead_at" is not null;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_attempt_at") WHERE "outbox"."sent_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("person_id","unit_id","role","valid_from") WHERE "memberships"."valid_until" is null or "memberships"."valid_until" >= "memberships"."valid_from";--> statement-breakpoint
CREATE INDEX "memberships_by_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "memberships_by_unit" ON "memberships" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "protected_access_by_person" ON "protected_access" USING btree ("person_id") WHERE "protected_access"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "protected_access_by_referral" ON "protected_access" USING btree ("referral_id","unit_id");--> statement-breakpoint
CREATE INDEX "protected_reads_by_unit" ON "protected_reads" USING btree ("unit_id","id");--> statement-breakpoint
CREATE INDEX "protection_changes_by_referral" ON "protection_changes" USING btree ("referral_id","id");--> statement-breakpoint
CREATE INDEX "events_by_referral" ON "events" USING btree ("referral_id","id");--> statement-breakpoint
CREATE INDEX "intakes_inbox" ON "intakes" USING btree ("receiver_unit_id","due_on","referral_id") WHERE "intakes"."in_inbox";--> statement-breakpoint
CREATE INDEX "intakes_inquiries" ON "intakes" USING btree ("receiver_unit_id","due_on","referral_id") WHERE not "intakes"."in_inbox" and "intakes"."status" = 'inquiry_open';--> statement-breakpoint
CREATE INDEX "intakes_done" ON "intakes" USING btree ("receiver_unit_id","referral_id") WHERE not "intakes"."in_inbox" and "intakes"."status" <> 'inquiry_open';--> statement-breakpoint
CREATE INDEX "intakes_protected" ON "intakes" USING btree ("receiver_unit_id","due_on") WHERE "intakes"."is_protected" and "intakes"."in_inbox";--> statement-breakpoint
CREATE INDEX "referrals_by_family" ON "referrals" USING btree ("family_group_id");--> statement-breakpoint
CREATE INDEX "referrals_by_child" ON "referrals" USING btree ("child_index") WHERE "referrals"."child_index" is not null;--> statement-breakpoint
CREATE INDEX "referrals_by_submission" ON "referrals" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "referrals_by_sender" ON "referrals" USING btree ("sender_unit_id","id");--> statement-breakpoint
CREATE INDEX "referrals_by_receiver" ON "referrals" USING btree ("receiver_unit_id","sent_at");--> statement-breakpoint
CREATE INDEX "sender_updates_by_referral" ON "sender_updates" USING btree ("referral_id","id");--> statement-breakpoint
CREATE INDEX "supplements_by_referral" ON "supplements" USING btree ("referral_id","id");--> statement-breakpoint
CREATE INDEX "security_log_by_time" ON "security_log" USING btree ("municipality_id","id");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_by_sid" ON "sessions" USING btree ("provider_sid") WHERE "sessions"."provider_sid" is not null;--> statement-breakpoint
CREATE INDEX "absences_by_person" ON "absences" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "deputies_by_person" ON "deputies" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "deputies_by_unit" ON "deputies" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "unit_successions_by_successor" ON "unit_successions" USING btree ("to_unit_id");--> statement-breakpoint
CREATE POLICY "link" ON "access_log" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "own reads are added" ON "access_log" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("access_log"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) and "access_log"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "link" ON "access_log_links" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "add a link" ON "access_log_links" AS PERMISSIVE FOR INSERT TO "archivist" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "reviewers read" ON "access_review_items" AS PERMISSIVE FOR SELECT TO "viewer" USING ("access_review_items"."municipality_id" = (select nullif(current_setting('app.audited', true), '')::uuid) or "access_review_items"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "asked see their own" ON "access_review_items" AS PERMISSIVE FOR SELECT TO "viewer" USING ("access_review_items"."reader_id" = (select nullif(current_setting('app.person', true), '')::uuid) and exists (select from access_review_marks m
        where m.item_id = "access_review_items"."id" and m.reader_id = (select nullif(current_setting('app.person', true), '')::uuid) and m.mark = 'asked'));--> statement-breakpoint
CREATE POLICY "draw" ON "access_review_items" AS PERMISSIVE FOR ALL TO "archivist" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "reviewers read" ON "access_review_marks" AS PERMISSIVE FOR SELECT TO "viewer" USING ("access_review_marks"."reader_id" <> (select nullif(current_setting('app.person', true), '')::uuid) and ("access_review_marks"."municipality_id" = (select nullif(current_setting('app.audited', true), '')::uuid) or "access_review_marks"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "asked read" ON "access_review_marks" AS PERMISSIVE FOR SELECT TO "viewer" USING ("access_review_marks"."reader_id" = (select nullif(current_setting('app.person', true), '')::uuid) and "access_review_marks"."mark" in ('asked', 'answered'));--> statement-breakpoint
CREATE POLICY "reviewers mark" ON "access_review_marks" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("access_review_marks"."by_id" = (select nullif(current_setting('app.person', true), '')::uuid) and "access_review_marks"."reader_id" <> (select nullif(current_setting('app.person', true), '')::uuid) and "access_review_marks"."mark" <> 'answered'
        and ("access_review_marks"."municipality_id" = (select nullif(current_setting('app.audited', true), '')::uuid) or "access_review_marks"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]))
        and not exists (select from access_review_signatures s where s.review_id = "access_review_marks"."review_id"));--> statement-breakpoint
CREATE POLICY "asked answer" ON "access_review_marks" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("access_review_marks"."by_id" = (select nullif(current_setting('app.person', true), '')::uuid) and "access_review_marks"."reader_id" = (select nullif(current_setting('app.person', true), '')::uuid) and "access_review_marks"."mark" = 'answered'
        and not exists (select from access_review_signatures s where s.review_id = "access_review_marks"."review_id"));--> statement-breakpoint
CREATE POLICY "count" ON "access_review_marks" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "own municipality" ON "access_review_signatures" AS PERMISSIVE FOR SELECT TO "viewer" USING ("access_review_signatures"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "manager signs" ON "access_review_signatures" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("access_review_signatures"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]) and "access_review_signatures"."by_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "reviewers read" ON "access_reviews" AS PERMISSIVE FOR SELECT TO "viewer" USING ("access_reviews"."municipality_id" = (select nullif(current_setting('app.audited', true), '')::uuid) or "access_reviews"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "draw" ON "access_reviews" AS PERMISSIVE FOR ALL TO "archivist" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "administrators read" ON "administration_log" AS PERMISSIVE FOR SELECT TO "viewer" USING ("administration_log"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own changes are added" ON "administration_log" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("administration_log"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid) and "administration_log"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)
        and ("administration_log"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) or "administration_log"."act" in ('absence_added', 'absence_ended')));--> statement-breakpoint
CREATE POLICY "own, and the managers’" ON "emergency_accesses" AS PERMISSIVE FOR SELECT TO "viewer" USING ("emergency_accesses"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or "emergency_accesses"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]) or "emergency_accesses"."receiver_unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "ended by oneself or a manager" ON "emergency_accesses" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("emergency_accesses"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or "emergency_accesses"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]) or "emergency_accesses"."receiver_unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "sign-in" ON "emergency_accesses" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "open" ON "emergency_accesses" AS PERMISSIVE FOR INSERT TO "worker" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "own, and the manager’s" ON "emergency_lookups" AS PERMISSIVE FOR SELECT TO "viewer" USING ("emergency_lookups"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or "emergency_lookups"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "own are added" ON "emergency_lookups" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("emergency_lookups"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "left in a unit" ON "child_notes" AS PERMISSIVE FOR SELECT TO "worker" USING (true);--> statement-breakpoint
CREATE POLICY "own unit" ON "child_notes" AS PERMISSIVE FOR ALL TO "viewer" USING ("child_notes"."unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "child_notes"."is_protected" or "child_notes"."author_id" = (select nullif(current_setting('app.person', true), '')::uuid))) WITH CHECK ("child_notes"."unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "child_notes"."is_protected" or "child_notes"."author_id" = (select nullif(current_setting('app.person', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "author alone" ON "drafts" AS PERMISSIVE FOR ALL TO "viewer" USING ("drafts"."author_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("drafts"."author_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "purge" ON "drafts" AS PERMISSIVE FOR ALL TO "worker" USING (true);--> statement-breakpoint
CREATE POLICY "own unit reads" ON "submissions" AS PERMISSIVE FOR SELECT TO "viewer" USING ("submissions"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "own unit sends" ON "submissions" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("submissions"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and "submissions"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own" ON "notices" AS PERMISSIVE FOR SELECT TO "viewer" USING ("notices"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own are read" ON "notices" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("notices"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("notices"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "told by the child unit" ON "notices" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("notices"."read_at" is null and exists (select from referrals r where r.id = "notices"."referral_id"
        and r.reference = "notices"."reference" and r.receiver_unit_id = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (r.sender_person_id = "notices"."person_id"
          or exists (select from memberships m where m.person_id = "notices"."person_id" and (m.unit_id = r.receiver_unit_id
            or m.unit_id in (select s.to_unit_id from unit_successions s where s.from_unit_id = r.receiver_unit_id))))));--> statement-breakpoint
CREATE POLICY "asked by the reviewer" ON "notices" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("notices"."kind" = 'read_asked_about' and "notices"."read_at" is null and "notices"."referral_id" is null
        and "notices"."reference" is null and exists (select from access_review_marks m
          where m.reader_id = "notices"."person_id" and m.by_id = (select nullif(current_setting('app.person', true), '')::uuid) and m.mark = 'asked'));--> statement-breakpoint
CREATE POLICY "carry" ON "notices" AS PERMISSIVE FOR INSERT TO "worker" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "written to the other side" ON "outbox" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("outbox"."sent_at" is null and "outbox"."attempts" = 0 and exists (select from referrals r
        where r.id = "outbox"."referral_id" and ((r.sender_unit_id = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and ("outbox"."to_unit_id" = r.receiver_unit_id
            or r.acute and exists (select from units u where u.id = "outbox"."to_unit_id" and u.kind = 'out_of_hours')))
          or (r.receiver_unit_id = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and "outbox"."to_person_id" = r.sender_person_id))));--> statement-breakpoint
CREATE POLICY "probe" ON "outbox" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "deliver" ON "outbox" AS PERMISSIVE FOR ALL TO "worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "own municipality" ON "boards" AS PERMISSIVE FOR SELECT TO "viewer" USING ("boards"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators add" ON "boards" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("boards"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators change" ON "boards" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("boards"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid)) WITH CHECK ("boards"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own municipality" ON "memberships" AS PERMISSIVE FOR SELECT TO "viewer" USING ("memberships"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators give" ON "memberships" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("memberships"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and "memberships"."person_id" <> (select nullif(current_setting('app.person', true), '')::uuid)
        and exists (select from units u where u.id = "memberships"."unit_id" and u.municipality_id = (select nullif(current_setting('app.administered', true), '')::uuid))
        and exists (select from people p where p.id = "memberships"."person_id" and p.municipality_id = (select nullif(current_setting('app.administered', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "administrators end" ON "memberships" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("memberships"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and "memberships"."person_id" <> (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("memberships"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and "memberships"."person_id" <> (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign-in" ON "memberships" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "given by the provider" ON "memberships" AS PERMISSIVE FOR INSERT TO "service" WITH CHECK ("memberships"."source" = 'provider' and exists (select from provider_roles r
        where r.municipality_id = "memberships"."municipality_id" and r.unit_id = "memberships"."unit_id" and r.role = "memberships"."role"));--> statement-breakpoint
CREATE POLICY "taken away by the provider" ON "memberships" AS PERMISSIVE FOR UPDATE TO "service" USING ("memberships"."source" = 'provider') WITH CHECK ("memberships"."source" = 'provider');--> statement-breakpoint
CREATE POLICY "review" ON "memberships" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "own municipality" ON "municipalities" AS PERMISSIVE FOR SELECT TO "viewer" USING ("municipalities"."id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign-in" ON "municipalities" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "own municipality" ON "people" AS PERMISSIVE FOR SELECT TO "viewer" USING ("people"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "addresses" ON "people" AS PERMISSIVE FOR SELECT TO "worker" USING (true);--> statement-breakpoint
CREATE POLICY "sign-in" ON "people" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "own language" ON "people" AS PERMISSIVE FOR UPDATE TO "service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "review" ON "people" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "administrators add" ON "people" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("people"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators change" ON "people" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("people"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and "people"."id" <> (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("people"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and "people"."id" <> (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own municipality" ON "units" AS PERMISSIVE FOR SELECT TO "viewer" USING ("units"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators add" ON "units" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("units"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid)
        and exists (select from boards b where b.id = "units"."board_id" and b.municipality_id = "units"."municipality_id"));--> statement-breakpoint
CREATE POLICY "administrators change" ON "units" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("units"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid)) WITH CHECK ("units"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "addresses" ON "units" AS PERMISSIVE FOR SELECT TO "worker" USING (true);--> statement-breakpoint
CREATE POLICY "sign-in" ON "units" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "review" ON "units" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "own, and those of one’s unit" ON "protected_access" AS PERMISSIVE FOR SELECT TO "viewer" USING ("protected_access"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or "protected_access"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[])
        or ("protected_access"."unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (select true from referrals r where r.id = "protected_access"."referral_id")));--> statement-breakpoint
CREATE POLICY "the manager names" ON "protected_access" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("protected_access"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]) and "protected_access"."given_by" = (select nullif(current_setting('app.person', true), '')::uuid) and "protected_access"."ended_at" is null
        and exists (select from memberships m where m.person_id = "protected_access"."person_id" and m.unit_id = "protected_access"."unit_id"));--> statement-breakpoint
CREATE POLICY "the manager ends" ON "protected_access" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("protected_access"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[])) WITH CHECK ("protected_access"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]) and ("protected_access"."ended_at" is null or "protected_access"."ended_by" = (select nullif(current_setting('app.person', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "sign-in" ON "protected_access" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "inherit" ON "protected_access" AS PERMISSIVE FOR ALL TO "worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "the manager reads" ON "protected_reads" AS PERMISSIVE FOR SELECT TO "viewer" USING ("protected_reads"."unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "own reads are added" ON "protected_reads" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("protected_reads"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "the child unit reads" ON "protection_changes" AS PERMISSIVE FOR SELECT TO "viewer" USING ("protection_changes"."receiver_unit_id" = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[])
        or ("protection_changes"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (select true from referrals r where r.id = "protection_changes"."referral_id")));--> statement-breakpoint
CREATE POLICY "mark" ON "protection_changes" AS PERMISSIVE FOR ALL TO "worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "own searches" ON "search_rates" AS PERMISSIVE FOR ALL TO "viewer" USING ("search_rates"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("search_rates"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "receiver reads" ON "clocks" AS PERMISSIVE FOR SELECT TO "viewer" USING (("clocks"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "clocks"."is_protected" or "clocks"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]))) or "clocks"."referral_id" = any ((select nullif(current_setting('app.emergency', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "receiver counts" ON "clocks" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("clocks"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "clocks"."is_protected" or "clocks"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "receiver counts anew" ON "clocks" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("clocks"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "clocks"."is_protected" or "clocks"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]))) WITH CHECK ("clocks"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "clocks"."is_protected" or "clocks"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "sender begins" ON "clocks" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("clocks"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "carry" ON "clocks" AS PERMISSIVE FOR ALL TO "worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "receiver reads" ON "events" AS PERMISSIVE FOR SELECT TO "viewer" USING (("events"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "events"."is_protected" or "events"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]))) or "events"."referral_id" = any ((select nullif(current_setting('app.emergency', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "own acts are added" ON "events" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("events"."actor_id" = (select nullif(current_setting('app.person', true), '')::uuid) and "events"."actor_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and ("events"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) or "events"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "carry" ON "events" AS PERMISSIVE FOR ALL TO "worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "review" ON "events" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "own unit" ON "feedback_requests" AS PERMISSIVE FOR ALL TO "viewer" USING ("feedback_requests"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "feedback_requests"."is_protected" or "feedback_requests"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]) or (select true from referrals r where r.id = "feedback_requests"."referral_id"))) WITH CHECK ("feedback_requests"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and "feedback_requests"."author_id" = (select nullif(current_setting('app.person', true), '')::uuid) and (not "feedback_requests"."is_protected" or "feedback_requests"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]) or (select true from referrals r where r.id = "feedback_requests"."referral_id")));--> statement-breakpoint
CREATE POLICY "receiver reads" ON "intakes" AS PERMISSIVE FOR SELECT TO "viewer" USING (("intakes"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "intakes"."is_protected" or "intakes"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]))) or "intakes"."referral_id" = any ((select nullif(current_setting('app.emergency', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "receiver works" ON "intakes" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("intakes"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "intakes"."is_protected" or "intakes"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]))) WITH CHECK ("intakes"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "intakes"."is_protected" or "intakes"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "sender begins" ON "intakes" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("intakes"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and "intakes"."status" = 'sent' and "intakes"."version" = 1);--> statement-breakpoint
CREATE POLICY "carry" ON "intakes" AS PERMISSIVE FOR ALL TO "worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "review" ON "intakes" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "both sides read" ON "referrals" AS PERMISSIVE FOR SELECT TO "viewer" USING ((("referrals"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) or "referrals"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]))
          and (not "referrals"."is_protected" or "referrals"."id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[])
            or ("referrals"."sender_person_id" = (select nullif(current_setting('app.person', true), '')::uuid) and "referrals"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]))))
        or "referrals"."id" = any ((select nullif(current_setting('app.emergency', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "own unit sends" ON "referrals" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("referrals"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and "referrals"."sender_person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "carry" ON "referrals" AS PERMISSIVE FOR SELECT TO "worker" USING (true);--> statement-breakpoint
CREATE POLICY "review" ON "referrals" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "protection changes" ON "referrals" AS PERMISSIVE FOR UPDATE TO "worker" USING (exists (select from protection_changes c where c.referral_id = "referrals"."id"
        and c.transaction = pg_current_xact_id()::text));--> statement-breakpoint
CREATE POLICY "both sides read" ON "sender_updates" AS PERMISSIVE FOR SELECT TO "viewer" USING ((("sender_updates"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) or "sender_updates"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[])) and (not "sender_updates"."is_protected" or "sender_updates"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]) or (select true from referrals r where r.id = "sender_updates"."referral_id")))
    or "sender_updates"."referral_id" = any ((select nullif(current_setting('app.emergency', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "receiver tells" ON "sender_updates" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("sender_updates"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and (not "sender_updates"."is_protected" or "sender_updates"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "both sides read" ON "supplements" AS PERMISSIVE FOR SELECT TO "viewer" USING ((("supplements"."receiver_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) or "supplements"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[])) and (not "supplements"."is_protected" or "supplements"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]) or (select true from referrals r where r.id = "supplements"."referral_id")))
    or "supplements"."referral_id" = any ((select nullif(current_setting('app.emergency', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "sender adds" ON "supplements" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("supplements"."sender_unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) and "supplements"."author_id" = (select nullif(current_setting('app.person', true), '')::uuid) and (not "supplements"."is_protected" or "supplements"."referral_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]) or (select true from referrals r where r.id = "supplements"."referral_id")));--> statement-breakpoint
CREATE POLICY "own municipality" ON "routing_rules" AS PERMISSIVE FOR SELECT TO "viewer" USING ("routing_rules"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators decide" ON "routing_rules" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("routing_rules"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and "routing_rules"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own unit searches" ON "search_terms" AS PERMISSIVE FOR SELECT TO "viewer" USING ("search_terms"."unit_id" = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[]) or "search_terms"."unit_id" = any ((select nullif(current_setting('app.named', true), '')::uuid[])::uuid[]));--> statement-breakpoint
CREATE POLICY "review" ON "search_terms" AS PERMISSIVE FOR SELECT TO "archivist" USING (true);--> statement-breakpoint
CREATE POLICY "senders file" ON "search_terms" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK (exists (select from referrals r where r.id = "search_terms"."referral_id" and r.sender_unit_id = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[])
        and case when r.is_protected then "search_terms"."unit_id" = r.id
          else "search_terms"."unit_id" in (r.sender_unit_id, r.receiver_unit_id) end));--> statement-breakpoint
CREATE POLICY "protection changes" ON "search_terms" AS PERMISSIVE FOR ALL TO "worker" USING (exists (select from protection_changes c where c.referral_id = "search_terms"."referral_id"
        and c.transaction = pg_current_xact_id()::text));--> statement-breakpoint
CREATE POLICY "sign-in" ON "identity_providers" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "administrators read" ON "identity_providers" AS PERMISSIVE FOR SELECT TO "viewer" USING ("identity_providers"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators add" ON "identity_providers" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("identity_providers"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators change" ON "identity_providers" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("identity_providers"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid)) WITH CHECK ("identity_providers"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign-in" ON "person_identities" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "bound at the first sign-in" ON "person_identities" AS PERMISSIVE FOR INSERT TO "service" WITH CHECK (exists (select from people p join identity_providers i on i.municipality_id = p.municipality_id
        where p.id = "person_identities"."person_id" and i.issuer = "person_identities"."issuer"));--> statement-breakpoint
CREATE POLICY "sign-in" ON "provider_roles" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "administrators read" ON "provider_roles" AS PERMISSIVE FOR SELECT TO "viewer" USING ("provider_roles"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators add" ON "provider_roles" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("provider_roles"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and exists (select from units u
        where u.id = "provider_roles"."unit_id" and u.municipality_id = "provider_roles"."municipality_id"));--> statement-breakpoint
CREATE POLICY "administrators take away" ON "provider_roles" AS PERMISSIVE FOR DELETE TO "viewer" USING ("provider_roles"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "written at sign-in" ON "security_log" AS PERMISSIVE FOR INSERT TO "service" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "auditors and administrators read" ON "security_log" AS PERMISSIVE FOR SELECT TO "viewer" USING ("security_log"."municipality_id" = (select nullif(current_setting('app.audited', true), '')::uuid) or "security_log"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign-in" ON "sessions" AS PERMISSIVE FOR ALL TO "service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign-in" ON "used_tokens" AS PERMISSIVE FOR ALL TO "service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "own unit" ON "absences" AS PERMISSIVE FOR SELECT TO "viewer" USING ("absences"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or "absences"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid)
          or exists (select from memberships m where m.person_id = "absences"."person_id" and m.unit_id = any ((select nullif(current_setting('app.units', true), '')::uuid[])::uuid[])));--> statement-breakpoint
CREATE POLICY "own and managed are added" ON "absences" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("absences"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid)
      and exists (select from people p where p.id = "absences"."person_id" and p.municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid))
      and ("absences"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or "absences"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) or exists (select from memberships m where m.person_id = "absences"."person_id" and m.unit_id = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]))));--> statement-breakpoint
CREATE POLICY "own and managed are ended" ON "absences" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("absences"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid)
      and exists (select from people p where p.id = "absences"."person_id" and p.municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid))
      and ("absences"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or "absences"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) or exists (select from memberships m where m.person_id = "absences"."person_id" and m.unit_id = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[])))) WITH CHECK ("absences"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid)
      and exists (select from people p where p.id = "absences"."person_id" and p.municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid))
      and ("absences"."person_id" = (select nullif(current_setting('app.person', true), '')::uuid) or "absences"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) or exists (select from memberships m where m.person_id = "absences"."person_id" and m.unit_id = any ((select nullif(current_setting('app.managed', true), '')::uuid[])::uuid[]))));--> statement-breakpoint
CREATE POLICY "own municipality" ON "deputies" AS PERMISSIVE FOR SELECT TO "viewer" USING ("deputies"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "sign-in" ON "deputies" AS PERMISSIVE FOR SELECT TO "service" USING (true);--> statement-breakpoint
CREATE POLICY "administrators add" ON "deputies" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("deputies"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and "deputies"."person_id" <> (select nullif(current_setting('app.person', true), '')::uuid)
        and exists (select from units u where u.id = "deputies"."unit_id" and u.municipality_id = (select nullif(current_setting('app.administered', true), '')::uuid))
        and exists (select from people p where p.id = "deputies"."person_id" and p.municipality_id = (select nullif(current_setting('app.administered', true), '')::uuid))
        and exists (select from people p where p.id = "deputies"."for_person_id" and p.municipality_id = (select nullif(current_setting('app.administered', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "administrators end" ON "deputies" AS PERMISSIVE FOR UPDATE TO "viewer" USING ("deputies"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and "deputies"."person_id" <> (select nullif(current_setting('app.person', true), '')::uuid)) WITH CHECK ("deputies"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and "deputies"."person_id" <> (select nullif(current_setting('app.person', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own municipality" ON "unit_names" AS PERMISSIVE FOR SELECT TO "viewer" USING ("unit_names"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators rename" ON "unit_names" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("unit_names"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and exists (select from units u
        where u.id = "unit_names"."unit_id" and u.municipality_id = "unit_names"."municipality_id"));--> statement-breakpoint
CREATE POLICY "own municipality" ON "unit_successions" AS PERMISSIVE FOR SELECT TO "viewer" USING ("unit_successions"."municipality_id" = (select nullif(current_setting('app.municipality', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "administrators name" ON "unit_successions" AS PERMISSIVE FOR INSERT TO "viewer" WITH CHECK ("unit_successions"."municipality_id" = (select nullif(current_setting('app.administered', true), '')::uuid) and 2 = (select count(*) from units u
        where u.id in ("unit_successions"."from_unit_id", "unit_successions"."to_unit_id") and u.municipality_id = "unit_successions"."municipality_id"));--> statement-breakpoint
CREATE POLICY "addresses" ON "unit_successions" AS PERMISSIVE FOR SELECT TO "worker" USING (true);--> statement-breakpoint
CREATE POLICY "sign-in" ON "unit_successions" AS PERMISSIVE FOR SELECT TO "service" USING (true);