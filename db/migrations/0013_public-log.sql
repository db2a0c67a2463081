CREATE TABLE "public_log_checkpoint" (
	"size" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "public_log_document" (
	"index" bigint PRIMARY KEY NOT NULL,
	"document" text,
	"salt" text,
	"shown" jsonb,
	"withheld_at" timestamp with time zone,
	"ground" text,
	CONSTRAINT "public_log_document_whole_or_withheld" CHECK (
    ("public_log_document"."document" is null) = ("public_log_document"."salt" is null) and ("public_log_document"."document" is null) = ("public_log_document"."withheld_at" is not null)
    and ("public_log_document"."withheld_at" is null) = ("public_log_document"."ground" is null) and ("public_log_document"."shown" is null or "public_log_document"."withheld_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "public_log_entry" (
	"index" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"entry" text NOT NULL,
	"leaf_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "public_log_node" (
	"level" smallint NOT NULL,
	"place" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "public_log_node_level_place_pk" PRIMARY KEY("level","place")
);
--> statement-breakpoint
ALTER TABLE "public_log_document" ADD CONSTRAINT "public_log_document_index_public_log_entry_index_fk" FOREIGN KEY ("index") REFERENCES "public"."public_log_entry"("index") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "public_log_entry_subject" ON "public_log_entry" USING btree ("subject","index");--> statement-breakpoint
CREATE INDEX "public_log_entry_kind" ON "public_log_entry" USING btree ("kind","index");
--> statement-breakpoint
-- An entry comes right after the last one, and its hash is that of its bytes (RFC 6962, 2.1).
CREATE FUNCTION public_log_next() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.index <> (SELECT coalesce(max(index) + 1, 0) FROM public_log_entry) THEN
    RAISE EXCEPTION 'the public log has no gaps' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.leaf_hash <> encode(sha256('\x00'::bytea || convert_to(NEW.entry, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'the hash is not that of the entry' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER public_log_entry_next BEFORE INSERT ON public_log_entry FOR EACH ROW EXECUTE FUNCTION public_log_next();
--> statement-breakpoint
-- A document may be taken out, whole or in part, and never come back or become another.
CREATE FUNCTION public_log_document_withheld() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.index <> OLD.index OR NEW.document IS NOT NULL OR NEW.salt IS NOT NULL THEN
    RAISE EXCEPTION 'a document of the public log can only be withheld' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER public_log_document_only_withheld BEFORE UPDATE ON public_log_document FOR EACH ROW EXECUTE FUNCTION public_log_document_withheld();
--> statement-breakpoint
CREATE TRIGGER public_log_document_not_deleted BEFORE DELETE ON public_log_document FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_log_document_no_truncate BEFORE TRUNCATE ON public_log_document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_log_entry_append_only BEFORE UPDATE OR DELETE ON public_log_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_log_entry_no_truncate BEFORE TRUNCATE ON public_log_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_log_node_append_only BEFORE UPDATE OR DELETE ON public_log_node FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_log_node_no_truncate BEFORE TRUNCATE ON public_log_node FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_log_checkpoint_append_only BEFORE UPDATE OR DELETE ON public_log_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_log_checkpoint_no_truncate BEFORE TRUNCATE ON public_log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
