CREATE TABLE "api_token" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_token_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"organisation_id" integer NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "result_confirmation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "result_confirmation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"provider_id" integer NOT NULL,
	"authority_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"from_half" text NOT NULL,
	"to_half" text NOT NULL,
	"state" text NOT NULL,
	"seed" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	"verification_id" integer,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "result_draft" (
	"provider_id" integer PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"source" text NOT NULL,
	"scope" text NOT NULL,
	"rows" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_confirmation" ADD CONSTRAINT "result_confirmation_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_confirmation" ADD CONSTRAINT "result_confirmation_authority_id_authority_organisation_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_confirmation" ADD CONSTRAINT "result_confirmation_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_confirmation" ADD CONSTRAINT "result_confirmation_verification_id_evidence_verification_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."evidence_verification"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_draft" ADD CONSTRAINT "result_draft_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_token_organisation" ON "api_token" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "result_confirmation_open" ON "result_confirmation" USING btree ("provider_id","authority_id","source_id") WHERE "result_confirmation"."state" = 'open';--> statement-breakpoint
CREATE INDEX "result_confirmation_authority" ON "result_confirmation" USING btree ("authority_id","state");