CREATE TABLE "standard" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "standard_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"authority_id" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "standard_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "standard_comment" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "standard_comment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer NOT NULL,
	"kind" text NOT NULL,
	"about" text,
	"author" text,
	"author_until" timestamp with time zone,
	"side" text NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"day" date NOT NULL,
	"hidden_on" date,
	"hidden_reason" text,
	"answer" text,
	"answer_locale" text,
	"answered_by" text,
	"answered_on" date
);
--> statement-breakpoint
CREATE TABLE "standard_simulation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "standard_simulation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer NOT NULL,
	"hash" text NOT NULL,
	"day" date NOT NULL,
	"area" text,
	"document" jsonb NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_use" (
	"standard_id" integer NOT NULL,
	"authority_id" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "standard_use_standard_id_authority_id_since_pk" PRIMARY KEY("standard_id","authority_id","since")
);
--> statement-breakpoint
CREATE TABLE "standard_version" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "standard_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"standard_id" integer NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"document" jsonb NOT NULL,
	"hash" text NOT NULL,
	"revision" integer NOT NULL,
	"reason" jsonb,
	"consultation_from" date,
	"consultation_until" date,
	"consulted" jsonb,
	"published_at" timestamp with time zone,
	"published_by" text,
	"in_force_from" date,
	"applications_from" date,
	"grace_until" date,
	"log_index" bigint,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "standard_version_number" UNIQUE("standard_id","number"),
	CONSTRAINT "standard_version_state" CHECK ("standard_version"."state" in ('draft', 'consultation', 'published', 'abandoned')),
	CONSTRAINT "standard_version_consultation" CHECK (("standard_version"."consultation_from" is null) = ("standard_version"."consultation_until" is null) and coalesce("standard_version"."consultation_until" > "standard_version"."consultation_from", true)),
	CONSTRAINT "standard_version_consulted" CHECK ("standard_version"."state" <> 'consultation' or ("standard_version"."consultation_from" is not null and "standard_version"."consulted" is not null)),
	CONSTRAINT "standard_version_published" CHECK (("standard_version"."state" = 'published') = ("standard_version"."published_at" is not null) and ("standard_version"."state" <> 'published' or (
        "standard_version"."consultation_until" is not null and "standard_version"."in_force_from" is not null and "standard_version"."applications_from" is not null and "standard_version"."log_index" is not null and "standard_version"."published_by" is not null
        and "standard_version"."applications_from" > ("standard_version"."published_at" at time zone 'Europe/Copenhagen')::date and "standard_version"."applications_from" >= "standard_version"."in_force_from" and coalesce("standard_version"."grace_until" >= "standard_version"."applications_from", true))))
);
--> statement-breakpoint
ALTER TABLE "standard" ADD CONSTRAINT "standard_authority_id_authority_organisation_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_comment" ADD CONSTRAINT "standard_comment_version_id_standard_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."standard_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_simulation" ADD CONSTRAINT "standard_simulation_version_id_standard_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."standard_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_use" ADD CONSTRAINT "standard_use_standard_id_standard_id_fk" FOREIGN KEY ("standard_id") REFERENCES "public"."standard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_use" ADD CONSTRAINT "standard_use_authority_id_authority_organisation_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_version" ADD CONSTRAINT "standard_version_standard_id_standard_id_fk" FOREIGN KEY ("standard_id") REFERENCES "public"."standard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standard_comment_version" ON "standard_comment" USING btree ("version_id","id");--> statement-breakpoint
CREATE INDEX "standard_simulation_version" ON "standard_simulation" USING btree ("version_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "standard_use_present" ON "standard_use" USING btree ("standard_id","authority_id") WHERE "standard_use"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "standard_version_open" ON "standard_version" USING btree ("standard_id") WHERE "standard_version"."state" in ('draft', 'consultation');
--> statement-breakpoint
-- What a version is can only be worked on while it is a draft; once published (or given up) nothing of it changes.
CREATE FUNCTION standard_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a version of a standard is never deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a version of a standard begins as a draft' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state IN ('published', 'abandoned') THEN
    RAISE EXCEPTION 'a % version of a standard never changes', OLD.state USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.standard_id <> OLD.standard_id OR NEW.number <> OLD.number THEN
    RAISE EXCEPTION 'a version of a standard stays where it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.document IS DISTINCT FROM OLD.document OR NEW.hash <> OLD.hash) AND NOT (OLD.state = 'draft' AND NEW.state = 'draft') THEN
    RAISE EXCEPTION 'only a draft of a standard can be rewritten' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER standard_version_guard BEFORE INSERT OR UPDATE OR DELETE ON standard_version FOR EACH ROW EXECUTE FUNCTION standard_version_guard();
--> statement-breakpoint
CREATE TRIGGER standard_version_no_truncate BEFORE TRUNCATE ON standard_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
