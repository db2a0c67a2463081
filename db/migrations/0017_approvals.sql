CREATE TABLE "approval" (
	"case_id" integer NOT NULL,
	"seq" integer NOT NULL,
	"provider_id" integer NOT NULL,
	"authority_id" integer NOT NULL,
	"standard_id" integer NOT NULL,
	"standard_version_id" integer NOT NULL,
	"state" text NOT NULL,
	"ended_by" text,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"over_from" date NOT NULL,
	"changed_seq" integer NOT NULL,
	CONSTRAINT "approval_case_id_seq_pk" PRIMARY KEY("case_id","seq"),
	CONSTRAINT "approval_state" CHECK ("approval"."state" in ('in-force', 'suspended', 'over') and ("approval"."state" = 'over') = ("approval"."ended_by" is not null)),
	CONSTRAINT "approval_period" CHECK ("approval"."valid_to" > "approval"."valid_from" and "approval"."over_from" >= "approval"."valid_from" and "approval"."over_from" <= "approval"."valid_to" + 1 and ("approval"."state" = 'over' or "approval"."over_from" = "approval"."valid_to" + 1))
);
--> statement-breakpoint
CREATE TABLE "approval_case" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "approval_case_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"dossier_id" integer NOT NULL,
	"provider_id" integer NOT NULL,
	"authority_id" integer NOT NULL,
	"standard_id" integer NOT NULL,
	"standard_version_id" integer NOT NULL,
	"renews_id" integer,
	"competitor" boolean NOT NULL,
	"sent_on" date NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"seq" integer NOT NULL,
	"state" text NOT NULL,
	"measure" boolean NOT NULL,
	"assessor_id" text,
	"due_on" date NOT NULL,
	"reply_by" date,
	"appeal" text NOT NULL,
	"decided_on" date,
	"approval" text,
	"valid_from" date,
	"valid_to" date,
	"condition_due" date,
	"follow_up" boolean DEFAULT false NOT NULL,
	CONSTRAINT "approval_case_dossier" UNIQUE("dossier_id","authority_id"),
	CONSTRAINT "approval_case_state" CHECK ("approval_case"."state" in ('received', 'assessing', 'questioned', 'proposed', 'drafted', 'hearing', 'heard', 'decided', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "approval_condition" (
	"case_id" integer NOT NULL,
	"number" integer NOT NULL,
	"decision_seq" integer NOT NULL,
	"text" text NOT NULL,
	"due_on" date NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "approval_condition_case_id_number_pk" PRIMARY KEY("case_id","number"),
	CONSTRAINT "approval_condition_state" CHECK ("approval_condition"."state" in ('open', 'shown', 'met', 'unmet', 'lapsed'))
);
--> statement-breakpoint
CREATE TABLE "approval_decision" (
	"case_id" integer NOT NULL,
	"seq" integer NOT NULL,
	"outcome" text NOT NULL,
	"decided_on" date NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"prepared_by" text NOT NULL,
	"decided_by" text NOT NULL,
	"hearing_seq" integer,
	"appeal_until" date NOT NULL,
	"log_index" bigint NOT NULL,
	CONSTRAINT "approval_decision_case_id_seq_pk" PRIMARY KEY("case_id","seq"),
	CONSTRAINT "approval_decision_log_index_unique" UNIQUE("log_index"),
	CONSTRAINT "approval_decision_outcome" CHECK ("approval_decision"."outcome" in ('approve', 'conditions', 'refuse', 'reinstate', 'suspend', 'withdraw')),
	CONSTRAINT "approval_decision_four_eyes" CHECK ("approval_decision"."prepared_by" <> "approval_decision"."decided_by"),
	CONSTRAINT "approval_decision_heard" CHECK (("approval_decision"."outcome" in ('approve', 'reinstate')) or "approval_decision"."hearing_seq" is not null),
	CONSTRAINT "approval_decision_period" CHECK (case when "approval_decision"."outcome" in ('approve', 'conditions') then "approval_decision"."valid_from" is not null and "approval_decision"."valid_to" is not null and "approval_decision"."valid_from" >= "approval_decision"."decided_on" and "approval_decision"."valid_to" > "approval_decision"."valid_from"
          else "approval_decision"."valid_from" is null and "approval_decision"."valid_to" is null end),
	CONSTRAINT "approval_decision_appeal" CHECK ("approval_decision"."appeal_until" > "approval_decision"."decided_on")
);
--> statement-breakpoint
CREATE TABLE "approval_dossier" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "approval_dossier_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"provider_id" integer NOT NULL,
	"standard_version_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "approval_dossier_sent_or_discarded" CHECK ("approval_dossier"."sent_at" is null or "approval_dossier"."discarded_at" is null)
);
--> statement-breakpoint
CREATE TABLE "case_entry" (
	"case_id" integer NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL,
	"actor" text NOT NULL,
	"role" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"on_day" date NOT NULL,
	"content" jsonb NOT NULL,
	"log_index" bigint,
	CONSTRAINT "case_entry_case_id_seq_pk" PRIMARY KEY("case_id","seq"),
	CONSTRAINT "case_entry_role" CHECK ("case_entry"."role" in ('applicant', 'caseworker', 'decider', 'system') and ("case_entry"."role" = 'system') = ("case_entry"."actor" = 'system')),
	CONSTRAINT "case_entry_day" CHECK ("case_entry"."on_day" = ("case_entry"."at" at time zone 'Europe/Copenhagen')::date)
);
--> statement-breakpoint
CREATE TABLE "self_assessment" (
	"dossier_id" integer NOT NULL,
	"criterion" text NOT NULL,
	"score" text,
	"statement" text NOT NULL,
	"links" jsonb NOT NULL,
	"files" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "self_assessment_dossier_id_criterion_pk" PRIMARY KEY("dossier_id","criterion")
);
--> statement-breakpoint
CREATE TABLE "case_access_request" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "case_access_request_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"case_id" integer NOT NULL,
	"by_party" boolean NOT NULL,
	"received_on" date NOT NULL,
	"due_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"answered_on" date,
	"answer" text,
	"answered_by" text,
	CONSTRAINT "case_access_request_days" CHECK ("case_access_request"."due_on" > "case_access_request"."received_on"),
	CONSTRAINT "case_access_request_answer" CHECK (("case_access_request"."answered_on" is null) = ("case_access_request"."answer" is null) and ("case_access_request"."answered_on" is null) = ("case_access_request"."answered_by" is null) and ("case_access_request"."answered_on" is null or "case_access_request"."answered_on" >= "case_access_request"."received_on")),
	CONSTRAINT "case_access_request_kind" CHECK ("case_access_request"."answer" is null or "case_access_request"."answer" in ('given', 'partly', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_authority_id_authority_organisation_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_standard_id_standard_id_fk" FOREIGN KEY ("standard_id") REFERENCES "public"."standard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_standard_version_id_standard_version_id_fk" FOREIGN KEY ("standard_version_id") REFERENCES "public"."standard_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_entry" FOREIGN KEY ("case_id","seq") REFERENCES "public"."case_entry"("case_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_case" ADD CONSTRAINT "approval_case_dossier_id_approval_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."approval_dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_case" ADD CONSTRAINT "approval_case_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_case" ADD CONSTRAINT "approval_case_authority_id_authority_organisation_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_case" ADD CONSTRAINT "approval_case_standard_id_standard_id_fk" FOREIGN KEY ("standard_id") REFERENCES "public"."standard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_case" ADD CONSTRAINT "approval_case_standard_version_id_standard_version_id_fk" FOREIGN KEY ("standard_version_id") REFERENCES "public"."standard_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_case" ADD CONSTRAINT "approval_case_assessor_id_person_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_case" ADD CONSTRAINT "approval_case_renews" FOREIGN KEY ("renews_id") REFERENCES "public"."approval_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_condition" ADD CONSTRAINT "approval_condition_case_id_approval_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."approval_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decision" ADD CONSTRAINT "approval_decision_prepared_by_person_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decision" ADD CONSTRAINT "approval_decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decision" ADD CONSTRAINT "approval_decision_entry" FOREIGN KEY ("case_id","seq") REFERENCES "public"."case_entry"("case_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decision" ADD CONSTRAINT "approval_decision_hearing" FOREIGN KEY ("case_id","hearing_seq") REFERENCES "public"."case_entry"("case_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_dossier" ADD CONSTRAINT "approval_dossier_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_dossier" ADD CONSTRAINT "approval_dossier_standard_version_id_standard_version_id_fk" FOREIGN KEY ("standard_version_id") REFERENCES "public"."standard_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_dossier" ADD CONSTRAINT "approval_dossier_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entry" ADD CONSTRAINT "case_entry_case_id_approval_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."approval_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_assessment" ADD CONSTRAINT "self_assessment_dossier_id_approval_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."approval_dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_access_request" ADD CONSTRAINT "case_access_request_case_id_approval_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."approval_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_access_request" ADD CONSTRAINT "case_access_request_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_access_request" ADD CONSTRAINT "case_access_request_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_provider" ON "approval" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "approval_authority" ON "approval" USING btree ("authority_id");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_case_open" ON "approval_case" USING btree ("provider_id","authority_id","standard_id") WHERE "approval_case"."state" not in ('decided', 'withdrawn') and not "approval_case"."measure";--> statement-breakpoint
CREATE INDEX "approval_case_queue" ON "approval_case" USING btree ("authority_id","due_on","id") WHERE "approval_case"."state" not in ('decided', 'withdrawn');--> statement-breakpoint
CREATE INDEX "approval_case_provider" ON "approval_case" USING btree ("provider_id","id");--> statement-breakpoint
CREATE INDEX "approval_case_authority" ON "approval_case" USING btree ("authority_id","id");--> statement-breakpoint
CREATE INDEX "approval_case_reply" ON "approval_case" USING btree ("reply_by") WHERE "approval_case"."reply_by" is not null;--> statement-breakpoint
CREATE INDEX "approval_case_valid" ON "approval_case" USING btree ("valid_to") WHERE "approval_case"."approval" in ('in-force', 'suspended');--> statement-breakpoint
CREATE INDEX "approval_case_condition" ON "approval_case" USING btree ("condition_due") WHERE "approval_case"."condition_due" is not null;--> statement-breakpoint
CREATE INDEX "approval_case_follow_up" ON "approval_case" USING btree ("authority_id","condition_due","id") WHERE "approval_case"."follow_up";--> statement-breakpoint
CREATE INDEX "approval_case_appeal" ON "approval_case" USING btree ("authority_id","due_on","id") WHERE "approval_case"."appeal" = 'lodged';--> statement-breakpoint
CREATE INDEX "approval_case_decided" ON "approval_case" USING btree ("authority_id","decided_on" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "approval_case"."state" = 'decided';--> statement-breakpoint
CREATE UNIQUE INDEX "approval_dossier_draft" ON "approval_dossier" USING btree ("provider_id","standard_version_id") WHERE "approval_dossier"."sent_at" is null and "approval_dossier"."discarded_at" is null;--> statement-breakpoint
CREATE INDEX "case_access_request_case" ON "case_access_request" USING btree ("case_id");
--> statement-breakpoint
-- What types and commands keep to is kept here too, for whoever comes by another way (trust.md L17-L21).
-- Never two approvals in force at once for the same provider, authority and standard.
ALTER TABLE approval ADD CONSTRAINT approval_one_in_force EXCLUDE USING gist (
  int4range(provider_id, provider_id, '[]') WITH =, int4range(authority_id, authority_id, '[]') WITH =, int4range(standard_id, standard_id, '[]') WITH =,
  daterange(valid_from, over_from) WITH &&
);
--> statement-breakpoint
CREATE FUNCTION approval_refuse(reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', reason USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
-- The evidence file is one for all authorities, and stays as it was sent.
CREATE FUNCTION approval_dossier_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM approval_refuse('a dossier is never deleted'); END IF;
  IF NEW.provider_id <> OLD.provider_id OR NEW.standard_version_id <> OLD.standard_version_id OR NEW.created_by <> OLD.created_by THEN PERFORM approval_refuse('a dossier stays whose it is'); END IF;
  IF OLD.sent_at IS NOT NULL OR OLD.discarded_at IS NOT NULL THEN PERFORM approval_refuse('a dossier that was sent or put aside never changes'); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approval_dossier_guard BEFORE UPDATE OR DELETE ON approval_dossier FOR EACH ROW EXECUTE FUNCTION approval_dossier_guard();
--> statement-breakpoint
CREATE FUNCTION self_assessment_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row self_assessment;
BEGIN
  IF TG_OP = 'DELETE' THEN row := OLD; ELSE row := NEW; END IF;
  IF TG_OP = 'UPDATE' AND NEW.dossier_id <> OLD.dossier_id THEN PERFORM approval_refuse('a self-assessment stays in its dossier'); END IF;
  IF EXISTS (SELECT 1 FROM approval_dossier d WHERE d.id = row.dossier_id AND (d.sent_at IS NOT NULL OR d.discarded_at IS NOT NULL)) THEN
    PERFORM approval_refuse('a self-assessment that was sent never changes');
  END IF;
  RETURN row;
END $$;
--> statement-breakpoint
CREATE TRIGGER self_assessment_guard BEFORE INSERT OR UPDATE OR DELETE ON self_assessment FOR EACH ROW EXECUTE FUNCTION self_assessment_guard();
--> statement-breakpoint
CREATE FUNCTION approval_case_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM approval_refuse('a case is never deleted'); END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.seq <> 1 OR NEW.state <> 'received' OR NEW.measure OR NEW.approval IS NOT NULL THEN PERFORM approval_refuse('a case begins with an application'); END IF;
    IF NOT EXISTS (SELECT 1 FROM approval_dossier d WHERE d.id = NEW.dossier_id AND d.provider_id = NEW.provider_id AND d.standard_version_id = NEW.standard_version_id AND d.sent_at IS NOT NULL) THEN
      PERFORM approval_refuse('a case is about a dossier that was sent');
    END IF;
    IF EXISTS (SELECT 1 FROM provider p WHERE p.id = NEW.provider_id AND p.organisation_id = NEW.authority_id) THEN PERFORM approval_refuse('nobody decides in their own case'); END IF;
    RETURN NEW;
  END IF;
  IF (NEW.dossier_id, NEW.provider_id, NEW.authority_id, NEW.standard_id, NEW.standard_version_id, NEW.competitor, NEW.sent_on, NEW.sent_at)
      <> (OLD.dossier_id, OLD.provider_id, OLD.authority_id, OLD.standard_id, OLD.standard_version_id, OLD.competitor, OLD.sent_on, OLD.sent_at)
    OR NEW.renews_id IS DISTINCT FROM OLD.renews_id THEN
    PERFORM approval_refuse('who applied to whom by what never changes');
  END IF;
  IF NEW.seq <= OLD.seq OR NEW.seq IS DISTINCT FROM (SELECT max(e.seq) FROM case_entry e WHERE e.case_id = NEW.id) THEN
    PERFORM approval_refuse('a case changes with an entry and not without');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approval_case_guard BEFORE INSERT OR UPDATE OR DELETE ON approval_case FOR EACH ROW EXECUTE FUNCTION approval_case_guard();
--> statement-breakpoint
CREATE FUNCTION case_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last case_entry;
BEGIN
  PERFORM 1 FROM approval_case c WHERE c.id = NEW.case_id FOR UPDATE;
  SELECT * INTO last FROM case_entry e WHERE e.case_id = NEW.case_id ORDER BY e.seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 THEN PERFORM approval_refuse('entries are numbered without gaps'); END IF;
  IF (NEW.seq = 1) <> (NEW.kind = 'sent') THEN PERFORM approval_refuse('a case begins with its application'); END IF;
  IF NEW.at < last.at OR NEW.round < last.round THEN PERFORM approval_refuse('an entry comes after the one before it'); END IF;
  IF NEW.role <> 'system' AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.actor) THEN PERFORM approval_refuse('an entry is made by somebody'); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_entry_guard BEFORE INSERT ON case_entry FOR EACH ROW EXECUTE FUNCTION case_entry_guard();
--> statement-breakpoint
-- When the transaction commits: case, entries, decision and approval tell the same story.
CREATE FUNCTION case_entry_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present approval_case;
BEGIN
  SELECT * INTO present FROM approval_case c WHERE c.id = NEW.case_id;
  IF present.seq <> (SELECT max(e.seq) FROM case_entry e WHERE e.case_id = NEW.case_id) THEN PERFORM approval_refuse('an entry without the case that follows from it'); END IF;
  IF NEW.kind = 'decided' AND NOT EXISTS (SELECT 1 FROM approval_decision d WHERE d.case_id = NEW.case_id AND d.seq = NEW.seq) THEN PERFORM approval_refuse('a decided entry without its decision'); END IF;
  IF NEW.kind = 'decided' AND NEW.content->>'outcome' IN ('approve', 'conditions') AND NOT EXISTS (SELECT 1 FROM approval a WHERE a.case_id = NEW.case_id AND a.seq = NEW.seq) THEN
    PERFORM approval_refuse('an approval that was decided and not given');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER case_entry_whole AFTER INSERT ON case_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION case_entry_whole();
--> statement-breakpoint
CREATE FUNCTION approval_case_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM case_entry e WHERE e.case_id = NEW.id AND e.seq = 1) THEN PERFORM approval_refuse('a case without its application'); END IF;
  IF NEW.state = 'decided' AND NOT EXISTS (SELECT 1 FROM approval_decision d WHERE d.case_id = NEW.id) THEN PERFORM approval_refuse('a decided case without a decision'); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER approval_case_whole AFTER INSERT OR UPDATE ON approval_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION approval_case_whole();
--> statement-breakpoint
CREATE FUNCTION approval_severity(outcome text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE outcome WHEN 'conditions' THEN 1 WHEN 'suspend' THEN 1 WHEN 'refuse' THEN 2 WHEN 'withdraw' THEN 2 ELSE 0 END
$$;
--> statement-breakpoint
CREATE FUNCTION approval_impartial(of_case integer, who text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT e.content->>'impartial' = 'true' FROM case_entry e WHERE e.case_id = of_case AND e.kind = 'impartiality' AND e.actor = who ORDER BY e.seq DESC LIMIT 1), false)
$$;
--> statement-breakpoint
CREATE FUNCTION approval_decision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry case_entry;
  proposal case_entry;
  hearing case_entry;
  reply case_entry;
  present approval_case;
  deadline date;
BEGIN
  SELECT * INTO present FROM approval_case c WHERE c.id = NEW.case_id;
  SELECT * INTO entry FROM case_entry e WHERE e.case_id = NEW.case_id AND e.seq = NEW.seq;
  IF entry.kind IS DISTINCT FROM 'decided' OR entry.actor <> NEW.decided_by OR entry.role <> 'decider' OR entry.on_day <> NEW.decided_on OR entry.content->>'outcome' IS DISTINCT FROM NEW.outcome
    OR (entry.content->>'validFrom')::date IS DISTINCT FROM NEW.valid_from OR (entry.content->>'validTo')::date IS DISTINCT FROM NEW.valid_to OR entry.log_index IS DISTINCT FROM NEW.log_index THEN
    PERFORM approval_refuse('a decision is what its entry says');
  END IF;
  IF trim(coalesce(entry.content->>'rule', '')) = '' OR trim(coalesce(entry.content->>'considerations', '')) = '' OR trim(coalesce(entry.content->>'facts', '')) = '' THEN
    PERFORM approval_refuse('a decision names rule, considerations and facts');
  END IF;
  IF trim(coalesce(entry.content->'guidance'->>'body', '')) = '' OR trim(coalesce(entry.content->'guidance'->>'how', '')) = '' THEN PERFORM approval_refuse('a decision says how to appeal'); END IF;
  IF NEW.outcome = 'conditions' AND coalesce(json_array_length((entry.content->'conditions')::json), 0) = 0 THEN PERFORM approval_refuse('conditions without conditions'); END IF;

  SELECT * INTO proposal FROM case_entry e WHERE e.case_id = NEW.case_id AND e.kind = 'recommended' AND e.seq < NEW.seq ORDER BY e.seq DESC LIMIT 1;
  IF proposal.actor IS DISTINCT FROM NEW.prepared_by OR proposal.round <> entry.round
    OR EXISTS (SELECT 1 FROM case_entry e WHERE e.case_id = NEW.case_id AND e.kind IN ('taken-back', 'decided') AND e.seq > proposal.seq AND e.seq < NEW.seq) THEN
    PERFORM approval_refuse('a decision follows a recommendation');
  END IF;
  IF EXISTS (SELECT 1 FROM case_entry e WHERE e.case_id = NEW.case_id AND e.actor = NEW.decided_by AND e.kind IN ('finding', 'recommended', 'hearing-opened', 'correction-treated')) THEN
    PERFORM approval_refuse('who prepared a case does not decide it');
  END IF;
  IF NOT approval_impartial(NEW.case_id, NEW.prepared_by) OR NOT approval_impartial(NEW.case_id, NEW.decided_by) THEN PERFORM approval_refuse('both have said that they are impartial'); END IF;
  IF present.competitor AND NEW.decided_by IS DISTINCT FROM (SELECT e.content->>'person' FROM case_entry e WHERE e.case_id = NEW.case_id AND e.kind = 'decider-named' ORDER BY e.seq DESC LIMIT 1) THEN
    PERFORM approval_refuse('where the authority competes the named decider decides');
  END IF;

  SELECT * INTO hearing FROM case_entry e WHERE e.case_id = NEW.case_id AND e.kind = 'hearing-opened' AND e.seq > proposal.seq AND e.seq < NEW.seq ORDER BY e.seq DESC LIMIT 1;
  IF NEW.hearing_seq IS DISTINCT FROM hearing.seq THEN PERFORM approval_refuse('a decision names the hearing before it'); END IF;
  IF NEW.outcome IN ('approve', 'reinstate') AND hearing.seq IS NULL THEN
    IF proposal.content->>'outcome' IS DISTINCT FROM NEW.outcome THEN PERFORM approval_refuse('what was not recommended is not decided'); END IF;
    RETURN NEW;
  END IF;
  IF hearing.seq IS NULL THEN PERFORM approval_refuse('no hearing'); END IF;
  IF approval_severity(NEW.outcome) > approval_severity(proposal.content->>'outcome') OR (NEW.outcome IN ('approve', 'conditions', 'refuse')) <> (proposal.content->>'outcome' IN ('conditions', 'refuse')) THEN
    PERFORM approval_refuse('heard about something else');
  END IF;
  SELECT * INTO reply FROM case_entry e WHERE e.case_id = NEW.case_id AND e.kind = 'hearing-answered' AND e.seq > hearing.seq AND e.seq < NEW.seq ORDER BY e.seq DESC LIMIT 1;
  SELECT max((e.content->>'deadline')::date) INTO deadline FROM case_entry e WHERE e.case_id = NEW.case_id AND e.kind IN ('hearing-opened', 'hearing-extended') AND e.seq >= hearing.seq;
  IF reply.seq IS NULL AND NEW.decided_on <= deadline THEN PERFORM approval_refuse('the hearing has not been answered, and its deadline has not passed'); END IF;
  IF reply.seq IS NOT NULL AND trim(coalesce(entry.content->>'answerTreated', '')) = '' THEN PERFORM approval_refuse('a decision says how the answer was dealt with'); END IF;
  IF reply.seq IS NOT NULL AND coalesce(json_array_length((reply.content->'corrections')::json), 0) >
      (SELECT count(DISTINCT e.content->>'number') FROM case_entry e WHERE e.case_id = NEW.case_id AND e.kind = 'correction-treated' AND e.seq > reply.seq AND e.seq < NEW.seq) THEN
    PERFORM approval_refuse('corrections that nobody has dealt with');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approval_decision_guard BEFORE INSERT ON approval_decision FOR EACH ROW EXECUTE FUNCTION approval_decision_guard();
--> statement-breakpoint
CREATE FUNCTION approval_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry case_entry;
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM approval_refuse('an approval is never deleted'); END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'in-force' OR NEW.changed_seq <> NEW.seq THEN PERFORM approval_refuse('an approval begins in force'); END IF;
    IF NOT EXISTS (
      SELECT 1 FROM approval_case c WHERE c.id = NEW.case_id AND c.provider_id = NEW.provider_id AND c.authority_id = NEW.authority_id AND c.standard_id = NEW.standard_id
        AND c.standard_version_id = NEW.standard_version_id
    ) THEN PERFORM approval_refuse('an approval is of its case'); END IF;
    IF NOT EXISTS (
      SELECT 1 FROM approval_decision d WHERE d.case_id = NEW.case_id AND d.seq = NEW.seq AND d.outcome IN ('approve', 'conditions') AND d.valid_from = NEW.valid_from AND d.valid_to = NEW.valid_to
    ) AND NOT EXISTS (
      SELECT 1 FROM case_entry e WHERE e.case_id = NEW.case_id AND e.seq = NEW.seq AND e.kind = 'appeal-decided' AND e.content->>'result' = 'upheld'
        AND (e.content->>'validFrom')::date = NEW.valid_from AND (e.content->>'validTo')::date = NEW.valid_to AND e.on_day <= NEW.valid_from
    ) THEN PERFORM approval_refuse('an approval is given by a decision'); END IF;
    RETURN NEW;
  END IF;
  IF (NEW.case_id, NEW.seq, NEW.provider_id, NEW.authority_id, NEW.standard_id, NEW.standard_version_id, NEW.valid_from, NEW.valid_to)
      <> (OLD.case_id, OLD.seq, OLD.provider_id, OLD.authority_id, OLD.standard_id, OLD.standard_version_id, OLD.valid_from, OLD.valid_to) THEN
    PERFORM approval_refuse('whose an approval is and its period never change');
  END IF;
  SELECT * INTO entry FROM case_entry e WHERE e.case_id = NEW.case_id AND e.seq = NEW.changed_seq;
  IF NEW.changed_seq <= OLD.changed_seq OR entry.seq IS NULL OR NOT (CASE
      WHEN NEW.state = 'suspended' THEN (entry.kind = 'decided' AND entry.content->>'outcome' = 'suspend') OR (entry.kind = 'appeal-decided' AND entry.content->>'result' <> 'dismissed')
      WHEN NEW.state = 'in-force' THEN (entry.kind = 'decided' AND entry.content->>'outcome' = 'reinstate') OR (entry.kind = 'appeal-decided' AND entry.content->>'result' <> 'dismissed')
      WHEN NEW.ended_by = 'withdrawn' THEN entry.kind = 'decided' AND entry.content->>'outcome' = 'withdraw'
      WHEN NEW.ended_by = 'refused' THEN entry.kind = 'decided' AND entry.content->>'outcome' = 'refuse'
      WHEN NEW.ended_by = 'expired' THEN entry.kind = 'expired' AND entry.on_day >= NEW.over_from
      ELSE NEW.ended_by = 'replaced' AND entry.kind IN ('replaced', 'decided', 'appeal-decided')
    END) THEN
    PERFORM approval_refuse('an approval changes with an entry that changes it');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approval_guard BEFORE INSERT OR UPDATE OR DELETE ON approval FOR EACH ROW EXECUTE FUNCTION approval_guard();
--> statement-breakpoint
CREATE FUNCTION approval_condition_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM approval_refuse('a condition is never deleted'); END IF;
  IF (NEW.case_id, NEW.number, NEW.decision_seq, NEW.text) <> (OLD.case_id, OLD.number, OLD.decision_seq, OLD.text) OR NEW.due_on < OLD.due_on THEN
    PERFORM approval_refuse('a condition stays what was decided; it can only be given more time');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approval_condition_guard BEFORE UPDATE OR DELETE ON approval_condition FOR EACH ROW EXECUTE FUNCTION approval_condition_guard();
--> statement-breakpoint
ALTER TABLE approval_condition ADD CONSTRAINT approval_condition_decision FOREIGN KEY (case_id, decision_seq) REFERENCES approval_decision (case_id, seq);
--> statement-breakpoint
CREATE TRIGGER case_entry_append_only BEFORE UPDATE OR DELETE ON case_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER case_entry_no_truncate BEFORE TRUNCATE ON case_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER approval_decision_append_only BEFORE UPDATE OR DELETE ON approval_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER approval_decision_no_truncate BEFORE TRUNCATE ON approval_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER approval_case_no_truncate BEFORE TRUNCATE ON approval_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER approval_no_truncate BEFORE TRUNCATE ON approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER approval_dossier_no_truncate BEFORE TRUNCATE ON approval_dossier FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Who was heard about conditions was heard about those: none is added at the decision, and none is due sooner.
CREATE FUNCTION approval_conditions_heard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposal jsonb;
BEGIN
  SELECT e.content INTO proposal FROM case_entry e WHERE e.case_id = NEW.case_id AND e.kind = 'recommended' AND e.seq < NEW.seq ORDER BY e.seq DESC LIMIT 1;
  IF NEW.outcome = 'conditions' AND proposal->>'outcome' = 'conditions' AND EXISTS (
    SELECT 1 FROM case_entry e CROSS JOIN jsonb_array_elements(e.content->'conditions') set_now
    WHERE e.case_id = NEW.case_id AND e.seq = NEW.seq AND NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(proposal->'conditions') heard
      WHERE btrim(replace(heard->>'text', E'\r\n', E'\n'), E' \t\r\n') = btrim(replace(set_now->>'text', E'\r\n', E'\n'), E' \t\r\n') AND (heard->>'dueOn')::date <= (set_now->>'dueOn')::date
    )
  ) THEN
    PERFORM approval_refuse('a condition that nobody was heard about');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approval_decision_heard_conditions BEFORE INSERT ON approval_decision FOR EACH ROW EXECUTE FUNCTION approval_conditions_heard();
--> statement-breakpoint
-- Four eyes for appeals too: one that was lodged, answered by neither of those whose decision it is against.
CREATE FUNCTION case_entry_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lodged integer;
  against approval_decision;
BEGIN
  SELECT e.seq INTO lodged FROM case_entry e WHERE e.case_id = NEW.case_id AND e.kind = 'appeal-lodged'
    AND NOT EXISTS (SELECT 1 FROM case_entry c WHERE c.case_id = NEW.case_id AND c.kind IN ('appeal-decided', 'appeal-taken-back') AND c.seq > e.seq)
    ORDER BY e.seq DESC LIMIT 1;
  SELECT * INTO against FROM approval_decision d WHERE d.case_id = NEW.case_id AND d.seq < lodged ORDER BY d.seq DESC LIMIT 1;
  IF against.seq IS NULL THEN PERFORM approval_refuse('an appeal that nobody lodged'); END IF;
  IF NEW.actor IN (against.prepared_by, against.decided_by) THEN PERFORM approval_refuse('who prepared or made a decision does not answer the appeal against it'); END IF;
  IF NOT approval_impartial(NEW.case_id, NEW.actor) THEN PERFORM approval_refuse('who answers an appeal has said to be impartial'); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER case_entry_appeal BEFORE INSERT ON case_entry FOR EACH ROW WHEN (NEW.kind = 'appeal-decided') EXECUTE FUNCTION case_entry_appeal();
