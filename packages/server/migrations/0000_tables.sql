CREATE SEQUENCE "public"."request_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "account_team" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"role" text NOT NULL,
	"primary" boolean NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"score" double precision,
	"method" text,
	"source" text NOT NULL,
	"reason" text,
	"assessor_id" text,
	"assessed_at" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone,
	"current" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"uploader" text,
	"service_request_id" text,
	"entry_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" text PRIMARY KEY NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"resource" text NOT NULL,
	"resource_id" text NOT NULL,
	"detail" text,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"resource" text NOT NULL,
	"resource_id" text NOT NULL,
	"customer_id" text,
	"audience" text NOT NULL,
	"misconduct" boolean DEFAULT false NOT NULL,
	"about_unit_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"role" text,
	"language" text,
	"preferred_channel" text,
	"primary" boolean DEFAULT false NOT NULL,
	"contact_points" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"external_refs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"search_terms" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text,
	"kind" text NOT NULL,
	"display_name" text NOT NULL,
	"alternate_names" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"industry" text,
	"language" text,
	"status" text NOT NULL,
	"segment" text,
	"tier" text,
	"parent_id" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"contact_points" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"external_refs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"search_terms" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "customers_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"kind" text NOT NULL,
	"industry" text DEFAULT '*' NOT NULL,
	"unit_id" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "duties_kind_industry_pk" PRIMARY KEY("kind","industry")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"service_request_id" text NOT NULL,
	"type" text NOT NULL,
	"visibility" text NOT NULL,
	"author" jsonb NOT NULL,
	"text" text,
	"from_value" text,
	"to_value" text,
	"field" text,
	"custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "interactions" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"contact_id" text,
	"service_request_id" text,
	"direction" text NOT NULL,
	"channel" text NOT NULL,
	"reason" text,
	"subject" text NOT NULL,
	"summary" text,
	"visibility" text NOT NULL,
	"agent_id" text,
	"duration_seconds" integer,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" text PRIMARY KEY NOT NULL,
	"metric" text NOT NULL,
	"score" integer NOT NULL,
	"comment" text,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"service_request_id" text,
	"customer_id" text,
	"unit_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "satisfaction_counts" (
	"index_id" text NOT NULL,
	"month" text NOT NULL,
	"score" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "satisfaction_counts_index_id_month_score_pk" PRIMARY KEY("index_id","month","score")
);
--> statement-breakpoint
CREATE TABLE "satisfaction_indices" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"labels" jsonb NOT NULL,
	"definition" jsonb,
	"metric" text NOT NULL,
	"industry" text,
	"customer_id" text,
	"target" double precision,
	"minimum_sample" integer NOT NULL,
	"public" boolean NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "satisfaction_indices_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "service_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"state" text NOT NULL,
	"status" text NOT NULL,
	"priority" text NOT NULL,
	"channel" text NOT NULL,
	"industry" text,
	"category" text,
	"language" text,
	"customer_id" text,
	"requester" jsonb,
	"anonymous" boolean DEFAULT false NOT NULL,
	"owner_id" text NOT NULL,
	"handler_id" text,
	"unit_id" text,
	"location" jsonb,
	"about" jsonb,
	"about_unit_id" text,
	"urged_count" integer DEFAULT 0 NOT NULL,
	"last_urged_at" timestamp (3) with time zone,
	"supervised" boolean DEFAULT false NOT NULL,
	"escalated" boolean DEFAULT false NOT NULL,
	"reopened_count" integer DEFAULT 0 NOT NULL,
	"promises" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"due_at" timestamp (3) with time zone,
	"resolution" text,
	"rating" jsonb,
	"external_refs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"search_terms" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "service_requests_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"role" text NOT NULL,
	"unit_id" text,
	"phone" text,
	"email" text
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"labels" jsonb
);
--> statement-breakpoint
ALTER TABLE "account_team" ADD CONSTRAINT "account_team_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_team" ADD CONSTRAINT "account_team_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_assessor_id_staff_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_service_request_id_service_requests_id_fk" FOREIGN KEY ("service_request_id") REFERENCES "public"."service_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_service_request_id_service_requests_id_fk" FOREIGN KEY ("service_request_id") REFERENCES "public"."service_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_service_request_id_service_requests_id_fk" FOREIGN KEY ("service_request_id") REFERENCES "public"."service_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_agent_id_staff_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_service_request_id_service_requests_id_fk" FOREIGN KEY ("service_request_id") REFERENCES "public"."service_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfaction_counts" ADD CONSTRAINT "satisfaction_counts_index_id_satisfaction_indices_id_fk" FOREIGN KEY ("index_id") REFERENCES "public"."satisfaction_indices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfaction_indices" ADD CONSTRAINT "satisfaction_indices_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_handler_id_staff_id_fk" FOREIGN KEY ("handler_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_team_customer" ON "account_team" USING btree ("customer_id","since","id");--> statement-breakpoint
CREATE INDEX "account_team_staff" ON "account_team" USING btree ("staff_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_team_primary" ON "account_team" USING btree ("customer_id") WHERE "account_team"."primary";--> statement-breakpoint
CREATE UNIQUE INDEX "account_team_member" ON "account_team" USING btree ("customer_id","staff_id","role");--> statement-breakpoint
CREATE INDEX "assessments_customer" ON "assessments" USING btree ("customer_id","assessed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_current" ON "assessments" USING btree ("customer_id","kind") WHERE "assessments"."current";--> statement-breakpoint
CREATE INDEX "attachments_request" ON "attachments" USING btree ("service_request_id");--> statement-breakpoint
CREATE INDEX "attachments_entry" ON "attachments" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "audit_resource" ON "audit_log" USING btree ("resource_id","created_at");--> statement-breakpoint
CREATE INDEX "changes_subject" ON "changes" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "changes_customer" ON "changes" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "changes_created" ON "changes" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "contacts_name" ON "contacts" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "contacts_updated" ON "contacts" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "contacts_customer" ON "contacts" USING btree ("customer_id","name","id");--> statement-breakpoint
CREATE INDEX "contacts_search" ON "contacts" USING gin ("search_terms");--> statement-breakpoint
CREATE INDEX "contacts_external" ON "contacts" USING gin ("external_refs" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "customers_name" ON "customers" USING btree ("display_name","id");--> statement-breakpoint
CREATE INDEX "customers_updated" ON "customers" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "customers_created" ON "customers" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "customers_kind" ON "customers" USING btree ("kind","display_name","id");--> statement-breakpoint
CREATE INDEX "customers_industry" ON "customers" USING btree ("industry","display_name","id");--> statement-breakpoint
CREATE INDEX "customers_status" ON "customers" USING btree ("status","display_name","id");--> statement-breakpoint
CREATE INDEX "customers_segment" ON "customers" USING btree ("segment","display_name","id");--> statement-breakpoint
CREATE INDEX "customers_tier" ON "customers" USING btree ("tier","display_name","id");--> statement-breakpoint
CREATE INDEX "customers_parent" ON "customers" USING btree ("parent_id","display_name","id");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ("search_terms");--> statement-breakpoint
CREATE INDEX "customers_external" ON "customers" USING gin ("external_refs" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "entries_request" ON "entries" USING btree ("service_request_id","created_at","id");--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "interactions_occurred" ON "interactions" USING btree ("occurred_at","id");--> statement-breakpoint
CREATE INDEX "interactions_customer" ON "interactions" USING btree ("customer_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "interactions_channel" ON "interactions" USING btree ("channel","occurred_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_once" ON "ratings" USING btree ("service_request_id","metric");--> statement-breakpoint
CREATE INDEX "ratings_created" ON "ratings" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "ratings_customer" ON "ratings" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "ratings_metric" ON "ratings" USING btree ("metric","created_at","id");--> statement-breakpoint
CREATE INDEX "requests_updated" ON "service_requests" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "requests_created" ON "service_requests" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "requests_due" ON "service_requests" USING btree (coalesce("due_at", '9999-12-31 00:00:00+00'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "requests_customer" ON "service_requests" USING btree ("customer_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "requests_customer_created" ON "service_requests" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "requests_state" ON "service_requests" USING btree ("state","updated_at","id");--> statement-breakpoint
CREATE INDEX "requests_kind" ON "service_requests" USING btree ("kind","updated_at","id");--> statement-breakpoint
CREATE INDEX "requests_channel" ON "service_requests" USING btree ("channel","updated_at","id");--> statement-breakpoint
CREATE INDEX "requests_handler" ON "service_requests" USING btree ("handler_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "requests_unit" ON "service_requests" USING btree ("unit_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "requests_industry" ON "service_requests" USING btree ("industry","updated_at","id");--> statement-breakpoint
CREATE INDEX "requests_industry_created" ON "service_requests" USING btree ("industry","created_at","id");--> statement-breakpoint
CREATE INDEX "requests_urged" ON "service_requests" USING btree ("updated_at","id") WHERE "service_requests"."urged_count" > 0;--> statement-breakpoint
CREATE INDEX "requests_open_due" ON "service_requests" USING btree ("due_at") WHERE "service_requests"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "requests_search" ON "service_requests" USING gin ("search_terms");--> statement-breakpoint
CREATE INDEX "requests_external" ON "service_requests" USING gin ("external_refs" jsonb_path_ops);