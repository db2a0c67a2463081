CREATE TABLE "provider_draft" (
	"provider_id" integer PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"version_id" integer,
	"profile" jsonb NOT NULL,
	"programmes" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "provider" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "provider" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "provider_version" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "provider_draft" ADD CONSTRAINT "provider_draft_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE cascade ON UPDATE no action;