CREATE TABLE "moderation_case" (
	"id" integer PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_revision" integer NOT NULL,
	"provider_id" integer,
	"state" text NOT NULL,
	"round" integer NOT NULL,
	"priority" integer NOT NULL,
	"requester" text NOT NULL,
	"rule" text,
	"findings" jsonb NOT NULL,
	"held" boolean NOT NULL,
	"outcome" text,
	"reason" text,
	"opened_on" date NOT NULL,
	"round_on" date NOT NULL,
	"author_until" date,
	"author_answered" boolean NOT NULL,
	"decided_on" date,
	"waited_days" integer,
	"version" integer NOT NULL,
	CONSTRAINT "moderation_case_states" CHECK ("moderation_case"."state" in ('open', 'second', 'decided', 'gone')),
	CONSTRAINT "moderation_case_outcome" CHECK ("moderation_case"."state" <> 'decided' or ("moderation_case"."outcome" is not null and "moderation_case"."decided_on" is not null and "moderation_case"."waited_days" is not null))
);
--> statement-breakpoint
CREATE TABLE "moderation_entry" (
	"case_id" integer NOT NULL,
	"seq" integer NOT NULL,
	"round" integer NOT NULL,
	"on" date NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"outcome" text,
	"reason" text,
	"reasons_version" integer,
	"detail" jsonb NOT NULL,
	CONSTRAINT "moderation_entry_case_id_seq_pk" PRIMARY KEY("case_id","seq"),
	CONSTRAINT "moderation_entry_outcome" CHECK (("moderation_entry"."kind" in ('proposed', 'decided', 'confirmed')) = ("moderation_entry"."outcome" is not null)),
	CONSTRAINT "moderation_entry_reason" CHECK ("moderation_entry"."outcome" is null or "moderation_entry"."outcome" in ('keep', 'restore') or "moderation_entry"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "moderation_notice" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "moderation_notice_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"case_id" integer NOT NULL,
	"path" text NOT NULL,
	"provider_id" integer,
	"reason" text NOT NULL,
	"illegal" boolean NOT NULL,
	"sender" text NOT NULL,
	"organisation_id" integer,
	"sender_name" text,
	"words" text,
	"contact" text,
	"locale" text NOT NULL,
	"good_faith" boolean NOT NULL,
	"stars" integer,
	"received_on" date NOT NULL,
	"decided_on" date,
	"upheld" boolean,
	"unfounded" boolean DEFAULT false NOT NULL,
	CONSTRAINT "moderation_notice_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "moderation_notice_good_faith" CHECK ("moderation_notice"."good_faith"),
	CONSTRAINT "moderation_notice_decided" CHECK (("moderation_notice"."decided_on" is null) = ("moderation_notice"."upheld" is null))
);
--> statement-breakpoint
CREATE TABLE "moderation_statement" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" integer NOT NULL,
	"seq" integer NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"restriction" text NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"reasons_version" integer NOT NULL,
	"facts" text NOT NULL,
	"source" text NOT NULL,
	"automated_detection" boolean NOT NULL,
	"automated_decision" boolean NOT NULL,
	"language" text,
	"made_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_warning" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "moderation_warning_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"sender_name" text NOT NULL,
	"warned_by" text NOT NULL,
	"warned_at" timestamp with time zone NOT NULL,
	"suspended_until" date
);
--> statement-breakpoint
CREATE TABLE "moderation_words" (
	"case_id" integer NOT NULL,
	"seq" integer NOT NULL,
	"sealed" text NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "moderation_words_case_id_seq_pk" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_notice" ADD CONSTRAINT "moderation_notice_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_notice" ADD CONSTRAINT "moderation_notice_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_notice" ADD CONSTRAINT "moderation_notice_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_statement" ADD CONSTRAINT "moderation_statement_of_entry" FOREIGN KEY ("case_id","seq") REFERENCES "public"."moderation_entry"("case_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_words" ADD CONSTRAINT "moderation_words_entry" FOREIGN KEY ("case_id","seq") REFERENCES "public"."moderation_entry"("case_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_case_present" ON "moderation_case" USING btree ("subject_kind","subject_id") WHERE "moderation_case"."state" in ('open', 'second');--> statement-breakpoint
CREATE INDEX "moderation_case_subject" ON "moderation_case" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "moderation_case_queue" ON "moderation_case" USING btree ("priority","round_on") WHERE "moderation_case"."state" in ('open', 'second');--> statement-breakpoint
CREATE INDEX "moderation_case_provider" ON "moderation_case" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "moderation_case_decided" ON "moderation_case" USING btree ("decided_on");--> statement-breakpoint
CREATE INDEX "moderation_notice_case" ON "moderation_notice" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "moderation_notice_provider" ON "moderation_notice" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "moderation_notice_sender" ON "moderation_notice" USING btree ("sender_name");--> statement-breakpoint
CREATE INDEX "moderation_statement_subject" ON "moderation_statement" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "moderation_statement_made" ON "moderation_statement" USING btree ("made_on");--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_statement_entry" ON "moderation_statement" USING btree ("case_id","seq");--> statement-breakpoint
CREATE INDEX "moderation_warning_sender" ON "moderation_warning" USING btree ("sender_name");
--> statement-breakpoint
CREATE TRIGGER moderation_entry_append_only BEFORE UPDATE OR DELETE ON moderation_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER moderation_entry_no_truncate BEFORE TRUNCATE ON moderation_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER moderation_statement_unchanged BEFORE UPDATE ON moderation_statement FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER moderation_statement_no_truncate BEFORE TRUNCATE ON moderation_statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Four eyes on removals, another person after an appeal, and a person in every decision: whatever the code does.
CREATE FUNCTION moderation_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  appeals integer;
  last moderation_entry;
  holds text;
BEGIN
  PERFORM 1 FROM moderation_case WHERE id = NEW.case_id FOR UPDATE;
  SELECT count(*) INTO appeals FROM moderation_entry WHERE case_id = NEW.case_id AND kind = 'appealed';
  IF NEW.round <> appeals + 1 + (NEW.kind = 'appealed')::integer THEN
    RAISE EXCEPTION 'an entry belongs to the present round' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.seq <> (SELECT count(*) + 1 FROM moderation_entry WHERE case_id = NEW.case_id) THEN
    RAISE EXCEPTION 'entries follow each other' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind NOT IN ('proposed', 'decided', 'confirmed') THEN
    RETURN NEW;
  END IF;
  IF NEW.actor NOT LIKE 'person:%' THEN
    RAISE EXCEPTION 'a person decides' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM moderation_entry WHERE case_id = NEW.case_id AND round < NEW.round AND kind IN ('proposed', 'decided', 'confirmed') AND actor = NEW.actor) THEN
    RAISE EXCEPTION 'an appeal is decided by another person' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'confirmed' THEN
    SELECT * INTO last FROM moderation_entry
    WHERE case_id = NEW.case_id AND kind IN ('proposed', 'declined', 'revised', 'appealed', 'decided', 'confirmed', 'gone') ORDER BY seq DESC LIMIT 1;
    IF last.kind IS DISTINCT FROM 'proposed' OR last.outcome <> NEW.outcome OR last.reason IS DISTINCT FROM NEW.reason THEN
      RAISE EXCEPTION 'only what was proposed can be confirmed' USING ERRCODE = 'check_violation';
    END IF;
    IF last.actor = NEW.actor THEN
      RAISE EXCEPTION 'the second person is another than the first' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW.kind = 'decided' AND NEW.outcome = 'remove' THEN
    SELECT outcome INTO holds FROM moderation_entry WHERE case_id = NEW.case_id AND kind IN ('decided', 'confirmed') ORDER BY seq DESC LIMIT 1;
    IF holds IS DISTINCT FROM 'remove' THEN
      RAISE EXCEPTION 'two people remove' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER moderation_entry_four_eyes BEFORE INSERT ON moderation_entry FOR EACH ROW EXECUTE FUNCTION moderation_four_eyes();
