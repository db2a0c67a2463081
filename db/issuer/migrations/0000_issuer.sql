CREATE TABLE "invitation" (
	"hash" text PRIMARY KEY NOT NULL,
	"stay_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"stay_id" integer NOT NULL,
	"occasion" text NOT NULL,
	"listed_on" date NOT NULL,
	CONSTRAINT "notice_stay_id_occasion_pk" PRIMARY KEY("stay_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "pool" (
	"id" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"spki" text NOT NULL,
	"private_key" text,
	"issuer_id" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"registered" integer DEFAULT 0 NOT NULL,
	"announced" integer DEFAULT 0 NOT NULL,
	"issue_from" timestamp with time zone,
	"issue_until" timestamp with time zone,
	"created_on" date NOT NULL,
	"closed_on" date,
	"issued" integer,
	"expired_on" date,
	CONSTRAINT "pool_key_id_unique" UNIQUE("key_id"),
	CONSTRAINT "pool_announced" CHECK (0 <= "pool"."announced" and "pool"."announced" <= "pool"."registered"),
	CONSTRAINT "pool_closed" CHECK (("pool"."closed_on" is null) = ("pool"."issued" is null)),
	CONSTRAINT "pool_key_destroyed" CHECK (("pool"."private_key" is null) = ("pool"."expired_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "staff_ticket" (
	"hash" text PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stay" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stay_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pool_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"mark" text NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"collect_from" timestamp with time zone,
	"spent_on" date,
	"spent_by" text,
	"blinded_hash" text,
	"answer" text,
	CONSTRAINT "stay_mark" UNIQUE("pool_id","mark"),
	CONSTRAINT "stay_ordinal" UNIQUE("pool_id","ordinal"),
	CONSTRAINT "stay_mark_form" CHECK ("stay"."mark" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "stay_days" CHECK ("stay"."ended_on" is null or "stay"."ended_on" >= "stay"."started_on"),
	CONSTRAINT "stay_spent" CHECK (("stay"."spent_on" is null) = ("stay"."spent_by" is null)),
	CONSTRAINT "stay_answer" CHECK (("stay"."blinded_hash" is not null and "stay"."answer" is not null) = ("stay"."spent_by" is not distinct from 'token') and ("stay"."blinded_hash" is null) = ("stay"."answer" is null))
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_stay_id_stay_id_fk" FOREIGN KEY ("stay_id") REFERENCES "public"."stay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_stay_id_stay_id_fk" FOREIGN KEY ("stay_id") REFERENCES "public"."stay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stay" ADD CONSTRAINT "stay_pool_id_pool_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_stay" ON "invitation" USING btree ("stay_id");--> statement-breakpoint
CREATE INDEX "notice_list" ON "notice" USING btree ("occasion","listed_on");--> statement-breakpoint
CREATE INDEX "pool_issuer" ON "pool" USING btree ("issuer_id");--> statement-breakpoint
-- What was spent stays spent, by the same message and with the same answer: no restart, retry or mistake gives a second token.
CREATE FUNCTION spent_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.spent_on IS NOT NULL AND (NEW.spent_on, NEW.spent_by, NEW.blinded_hash, NEW.answer) IS DISTINCT FROM (OLD.spent_on, OLD.spent_by, OLD.blinded_hash, OLD.answer) THEN
    RAISE EXCEPTION 'a stay is spent once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER stay_spent_for_ever BEFORE UPDATE ON "stay" FOR EACH ROW EXECUTE FUNCTION spent_for_ever();
--> statement-breakpoint
-- M never shrinks, N is told once, and a destroyed key does not come back.
CREATE FUNCTION pool_only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.announced < OLD.announced OR NEW.registered < OLD.registered
    OR (OLD.issued IS NOT NULL AND (NEW.issued, NEW.closed_on) IS DISTINCT FROM (OLD.issued, OLD.closed_on))
    OR (OLD.private_key IS NULL AND NEW.private_key IS NOT NULL) OR NEW.key_id <> OLD.key_id OR NEW.spki <> OLD.spki THEN
    RAISE EXCEPTION 'a pool only goes forward' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pool_only_forward BEFORE UPDATE ON "pool" FOR EACH ROW EXECUTE FUNCTION pool_only_forward();
