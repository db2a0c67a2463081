CREATE TABLE "review" (
	"id" text PRIMARY KEY NOT NULL,
	"pool_id" text NOT NULL,
	"provider_id" integer NOT NULL,
	"programme_code" text NOT NULL,
	"proof" text NOT NULL,
	"pk" text,
	"code_hash" text,
	"state" text NOT NULL,
	"fit" smallint,
	"heard" smallint,
	"able" smallint,
	"contacts" smallint,
	"closer" smallint,
	"again" smallint,
	"attendance" text,
	"finished" text,
	"outcome" text,
	"text" text,
	"shown_text" text,
	"language" text NOT NULL,
	"quarter" text NOT NULL,
	"batch_id" text,
	"totals_only" boolean DEFAULT false NOT NULL,
	"received_on" date NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"pending_revision" integer,
	"pending_state" text,
	CONSTRAINT "review_proof" CHECK (("review"."proof" = 'token' and "review"."pk" is not null and "review"."code_hash" is null) or ("review"."proof" = 'code' and "review"."code_hash" is not null and "review"."pk" is null)),
	CONSTRAINT "review_state" CHECK ("review"."state" in ('waiting', 'held', 'ready', 'published', 'withdrawn', 'removed')),
	CONSTRAINT "review_ratings" CHECK ("review"."fit" between 1 and 5 and "review"."heard" between 1 and 5 and "review"."able" between 1 and 5 and "review"."contacts" between 1 and 5 and "review"."closer" between 1 and 5 and "review"."again" between 1 and 5),
	CONSTRAINT "review_published_in_batch" CHECK ("review"."state" <> 'published' or "review"."batch_id" is not null),
	CONSTRAINT "review_pending" CHECK (("review"."pending_revision" is null) = ("review"."pending_state" is null) and ("review"."pending_revision" is null or "review"."batch_id" is not null)),
	CONSTRAINT "review_quarter" CHECK ("review"."quarter" ~ '^[0-9]{4}Q[1-4]$'),
	CONSTRAINT "review_withdrawn_empty" CHECK (("review"."state" = 'withdrawn' and coalesce("review"."attendance", "review"."finished", "review"."outcome", "review"."text", "review"."shown_text") is null and coalesce("review"."fit", "review"."heard", "review"."able", "review"."contacts", "review"."closer", "review"."again") is null)
        or ("review"."state" <> 'withdrawn' and "review"."attendance" is not null and "review"."finished" is not null and "review"."outcome" is not null))
);
--> statement-breakpoint
CREATE TABLE "review_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" integer NOT NULL,
	"pool_id" text,
	"published_on" date NOT NULL,
	"quarter" text NOT NULL,
	"size" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"by_attendance" jsonb,
	CONSTRAINT "review_batch_size" CHECK ("review_batch"."size" >= 5),
	CONSTRAINT "review_batch_quarter" CHECK ("review_batch"."quarter" ~ '^[0-9]{4}Q[1-4]$')
);
--> statement-breakpoint
CREATE TABLE "review_code" (
	"hash" text PRIMARY KEY NOT NULL,
	"pool_id" text NOT NULL,
	"spent_on" date
);
--> statement-breakpoint
CREATE TABLE "review_pool" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" integer NOT NULL,
	"authority_id" integer NOT NULL,
	"issuer_id" integer NOT NULL,
	"programme_code" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"state" text NOT NULL,
	"key_id" text,
	"spki" text,
	"stays" integer DEFAULT 0 NOT NULL,
	"stays_declared_at" timestamp with time zone,
	"stays_confirmed_at" timestamp with time zone,
	"stays_disputed_at" timestamp with time zone,
	"stays_disputed" integer,
	"invited" integer DEFAULT 0 NOT NULL,
	"issued" integer DEFAULT 0 NOT NULL,
	"redeemed" integer DEFAULT 0 NOT NULL,
	"log_index" integer,
	"issue_from" timestamp with time zone,
	"issue_until" timestamp with time zone,
	"redeem_from" timestamp with time zone,
	"redeem_until" timestamp with time zone,
	"extended" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "review_pool_key_id_unique" UNIQUE("key_id"),
	CONSTRAINT "review_pool_counts" CHECK (0 <= "review_pool"."redeemed" and "review_pool"."redeemed" <= "review_pool"."issued" and "review_pool"."issued" <= "review_pool"."stays"),
	CONSTRAINT "review_pool_period" CHECK ("review_pool"."to_day" >= "review_pool"."from_day" + 89),
	CONSTRAINT "review_pool_key" CHECK (("review_pool"."key_id" is null) = ("review_pool"."spki" is null)),
	CONSTRAINT "review_pool_state" CHECK ("review_pool"."state" in ('registering', 'announced', 'issuing', 'closed', 'redeeming', 'ended', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "review_reference" (
	"quarter" text PRIMARY KEY NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_reply" (
	"review_id" text PRIMARY KEY NOT NULL,
	"provider_id" integer NOT NULL,
	"text" text,
	"shown_text" text,
	"state" text NOT NULL,
	"written_by" text NOT NULL,
	"written_on" date NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "review_reply_state" CHECK ("review_reply"."state" in ('waiting', 'held', 'published', 'withdrawn', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "review_revision" (
	"review_id" text NOT NULL,
	"revision" integer NOT NULL,
	"step" integer NOT NULL,
	"by" text NOT NULL,
	"content" jsonb NOT NULL,
	"shown_text" text,
	"written_on" date NOT NULL,
	"replaced_on" date,
	CONSTRAINT "review_revision_review_id_revision_step_pk" PRIMARY KEY("review_id","revision","step")
);
--> statement-breakpoint
CREATE TABLE "review_score" (
	"provider_id" integer NOT NULL,
	"programme_code" text NOT NULL,
	"attendance" text NOT NULL,
	"document" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "review_score_provider_id_programme_code_attendance_pk" PRIMARY KEY("provider_id","programme_code","attendance")
);
--> statement-breakpoint
CREATE TABLE "review_spent" (
	"key_id" text NOT NULL,
	"pk" text NOT NULL,
	CONSTRAINT "review_spent_key_id_pk_pk" PRIMARY KEY("key_id","pk")
);
--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_pool_id_review_pool_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."review_pool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_code_hash_review_code_hash_fk" FOREIGN KEY ("code_hash") REFERENCES "public"."review_code"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_batch_id_review_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."review_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_batch" ADD CONSTRAINT "review_batch_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_batch" ADD CONSTRAINT "review_batch_pool_id_review_pool_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."review_pool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_code" ADD CONSTRAINT "review_code_pool_id_review_pool_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."review_pool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_pool" ADD CONSTRAINT "review_pool_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_pool" ADD CONSTRAINT "review_pool_authority_id_authority_organisation_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_pool" ADD CONSTRAINT "review_pool_issuer_id_authority_organisation_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."authority"("organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_reply" ADD CONSTRAINT "review_reply_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_reply" ADD CONSTRAINT "review_reply_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_revision" ADD CONSTRAINT "review_revision_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_score" ADD CONSTRAINT "review_score_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "review_pool_pk" ON "review" USING btree ("pool_id","pk") WHERE "review"."pk" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "review_code_hash" ON "review" USING btree ("code_hash") WHERE "review"."code_hash" is not null;--> statement-breakpoint
CREATE INDEX "review_shown" ON "review" USING btree ("provider_id","quarter","id") WHERE "review"."state" = 'published';--> statement-breakpoint
CREATE INDEX "review_shown_programme" ON "review" USING btree ("provider_id","programme_code","quarter","id") WHERE "review"."state" = 'published';--> statement-breakpoint
CREATE INDEX "review_pool_state" ON "review" USING btree ("pool_id","state");--> statement-breakpoint
CREATE INDEX "review_batch_reviews" ON "review" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "review_to_moderate" ON "review" USING btree ("received_on","id") WHERE "review"."state" in ('waiting', 'held');--> statement-breakpoint
CREATE INDEX "review_pending" ON "review" USING btree ("received_on","id") WHERE "review"."pending_revision" is not null;--> statement-breakpoint
CREATE INDEX "review_batch_pool" ON "review_batch" USING btree ("pool_id");--> statement-breakpoint
CREATE INDEX "review_batch_provider" ON "review_batch" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "review_code_pool" ON "review_code" USING btree ("pool_id");--> statement-breakpoint
CREATE INDEX "review_pool_provider" ON "review_pool" USING btree ("provider_id","state");--> statement-breakpoint
CREATE INDEX "review_pool_authority" ON "review_pool" USING btree ("authority_id","state");--> statement-breakpoint
CREATE INDEX "review_pool_issuer" ON "review_pool" USING btree ("issuer_id","state");--> statement-breakpoint
CREATE INDEX "review_reply_provider" ON "review_reply" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "review_reply_to_moderate" ON "review_reply" USING btree ("written_on","review_id") WHERE "review_reply"."state" in ('waiting', 'held');--> statement-breakpoint
CREATE INDEX "review_revision_replaced" ON "review_revision" USING btree ("replaced_on") WHERE "review_revision"."replaced_on" is not null;
--> statement-breakpoint
-- What no code of the site may do, whatever it is told: these hold the promises of trust.md section 2.
CREATE FUNCTION refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % stay', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER review_spent_append_only BEFORE UPDATE OR DELETE ON review_spent FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER review_spent_no_truncate BEFORE TRUNCATE ON review_spent FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER review_stays BEFORE DELETE ON review FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER review_no_truncate BEFORE TRUNCATE ON review FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
-- A rating changes only with its author's next revision, or goes with a withdrawal; what is withdrawn does not come back;
-- whose review it is and what proves it never changes.
CREATE FUNCTION review_keeps_its_ratings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'withdrawn' THEN
    RAISE EXCEPTION 'a withdrawn review stays withdrawn' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.pool_id, NEW.provider_id, NEW.programme_code, NEW.proof, NEW.pk, NEW.code_hash) IS DISTINCT FROM (OLD.pool_id, OLD.provider_id, OLD.programme_code, OLD.proof, OLD.pk, OLD.code_hash) THEN
    RAISE EXCEPTION 'a review stays what it was proven to be' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.state <> 'withdrawn' AND NEW.revision <= OLD.revision
    AND (NEW.fit, NEW.heard, NEW.able, NEW.contacts, NEW.closer, NEW.again) IS DISTINCT FROM (OLD.fit, OLD.heard, OLD.able, OLD.contacts, OLD.closer, OLD.again) THEN
    RAISE EXCEPTION 'nobody but its author changes a rating' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER review_keeps_its_ratings BEFORE UPDATE ON review FOR EACH ROW EXECUTE FUNCTION review_keeps_its_ratings();
--> statement-breakpoint
CREATE FUNCTION review_code_stays_spent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.spent_on IS NOT NULL OR NEW.hash <> OLD.hash OR NEW.pool_id <> OLD.pool_id THEN
    RAISE EXCEPTION 'a code is used once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER review_code_stays_spent BEFORE UPDATE ON review_code FOR EACH ROW EXECUTE FUNCTION review_code_stays_spent();
--> statement-breakpoint
-- The key that was published beforehand is the one, and nothing that was counted is uncounted.
CREATE FUNCTION review_pool_keeps_its_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.key_id IS NOT NULL AND (NEW.key_id, NEW.spki) IS DISTINCT FROM (OLD.key_id, OLD.spki) THEN
    RAISE EXCEPTION 'the key of a pool stays' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.redeemed < OLD.redeemed OR NEW.issued < OLD.issued THEN
    RAISE EXCEPTION 'counts of a pool only grow' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER review_pool_keeps_its_key BEFORE UPDATE ON review_pool FOR EACH ROW EXECUTE FUNCTION review_pool_keeps_its_key();
--> statement-breakpoint
CREATE TRIGGER review_pool_stays BEFORE DELETE ON review_pool FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
-- A batch stays what it was. Only what is counted of it may follow a correction, and the attendance table is released once.
CREATE FUNCTION review_batch_keeps_itself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.provider_id, NEW.pool_id, NEW.published_on, NEW.quarter, NEW.size) IS DISTINCT FROM (OLD.id, OLD.provider_id, OLD.pool_id, OLD.published_on, OLD.quarter, OLD.size) THEN
    RAISE EXCEPTION 'a batch stays what it was published as' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.by_attendance IS NOT NULL AND NEW.by_attendance IS DISTINCT FROM OLD.by_attendance THEN
    RAISE EXCEPTION 'an attendance table is released once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER review_batch_keeps_itself BEFORE UPDATE ON review_batch FOR EACH ROW EXECUTE FUNCTION review_batch_keeps_itself();
--> statement-breakpoint
CREATE TRIGGER review_batch_stays BEFORE DELETE ON review_batch FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER review_reference_append_only BEFORE UPDATE OR DELETE ON review_reference FOR EACH ROW EXECUTE FUNCTION refuse_change();
