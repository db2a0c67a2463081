CREATE TABLE "stored_file" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"state" text NOT NULL,
	"fault" text,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	"cleared" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result_evidence_file" (
	"file_id" text NOT NULL,
	"half_year" text NOT NULL,
	"provider_id" integer NOT NULL,
	CONSTRAINT "result_evidence_file_file_id_half_year_pk" PRIMARY KEY("file_id","half_year")
);
--> statement-breakpoint
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_evidence_file" ADD CONSTRAINT "result_evidence_file_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_evidence_file" ADD CONSTRAINT "result_evidence_file_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stored_file_organisation" ON "stored_file" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "stored_file_state" ON "stored_file" USING btree ("state","uploaded_at");--> statement-breakpoint
CREATE INDEX "result_evidence_file_provider" ON "result_evidence_file" USING btree ("provider_id");