CREATE TABLE "comparison_summary" (
	"release_id" integer NOT NULL,
	"measure" text NOT NULL,
	"document" jsonb NOT NULL,
	CONSTRAINT "comparison_summary_release_id_measure_pk" PRIMARY KEY("release_id","measure")
);
--> statement-breakpoint
CREATE TABLE "evidence_verification" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evidence_verification_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"provider_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"kind" text NOT NULL,
	"evidence" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"drawn" integer,
	"errors" integer,
	"detail" jsonb NOT NULL,
	"files" jsonb NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_comparison" (
	"provider_id" integer NOT NULL,
	"measure" text NOT NULL,
	"release_id" integer NOT NULL,
	"document" jsonb NOT NULL,
	CONSTRAINT "published_comparison_provider_id_measure_pk" PRIMARY KEY("provider_id","measure")
);
--> statement-breakpoint
CREATE TABLE "published_correction" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "published_correction_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"provider_id" integer NOT NULL,
	"release_id" integer NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_estimate" (
	"target_group" text NOT NULL,
	"band" text NOT NULL,
	"provider_id" integer NOT NULL,
	"release_id" integer NOT NULL,
	"document" jsonb NOT NULL,
	CONSTRAINT "published_estimate_target_group_band_provider_id_pk" PRIMARY KEY("target_group","band","provider_id")
);
--> statement-breakpoint
CREATE TABLE "published_table" (
	"provider_id" integer PRIMARY KEY NOT NULL,
	"release_id" integer NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release_memory" (
	"provider_id" integer PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reported_result_version" ADD COLUMN "verification_id" integer;--> statement-breakpoint
ALTER TABLE "result_release" ADD COLUMN "commit" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "result_release" ADD COLUMN "day" date DEFAULT '1970-01-01' NOT NULL;--> statement-breakpoint
ALTER TABLE "result_release" ADD COLUMN "parameters" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "comparison_summary" ADD CONSTRAINT "comparison_summary_release_id_result_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."result_release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_verification" ADD CONSTRAINT "evidence_verification_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_verification" ADD CONSTRAINT "evidence_verification_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_comparison" ADD CONSTRAINT "published_comparison_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_comparison" ADD CONSTRAINT "published_comparison_release_id_result_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."result_release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_correction" ADD CONSTRAINT "published_correction_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_correction" ADD CONSTRAINT "published_correction_release_id_result_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."result_release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_estimate" ADD CONSTRAINT "published_estimate_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_estimate" ADD CONSTRAINT "published_estimate_release_id_result_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."result_release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_table" ADD CONSTRAINT "published_table_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_table" ADD CONSTRAINT "published_table_release_id_result_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."result_release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_memory" ADD CONSTRAINT "release_memory_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_verification_provider" ON "evidence_verification" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "published_comparison_measure" ON "published_comparison" USING btree ("measure");--> statement-breakpoint
CREATE INDEX "published_correction_provider" ON "published_correction" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "published_estimate_provider" ON "published_estimate" USING btree ("provider_id");--> statement-breakpoint
ALTER TABLE "reported_result_version" ADD CONSTRAINT "reported_result_version_verification_id_evidence_verification_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."evidence_verification"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- What was checked and what was corrected is evidence: it is added to, never changed.
CREATE TRIGGER evidence_verification_append_only BEFORE UPDATE OR DELETE ON evidence_verification FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER published_correction_append_only BEFORE UPDATE OR DELETE ON published_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
