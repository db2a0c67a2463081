CREATE TABLE "audit_checkpoint" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_link" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_link_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor","id");--> statement-breakpoint
CREATE INDEX "audit_entry_object" ON "audit_entry" USING btree ("object","id");--> statement-breakpoint
CREATE INDEX "audit_entry_action" ON "audit_entry" USING btree ("action","id");
--> statement-breakpoint
-- The form that is hashed; platform/audit/chain.ts writes the same. Each part with its length before it.
CREATE FUNCTION audit_canonical(seq bigint, entry audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(octet_length(convert_to(part, 'UTF8')) || ':' || part || ',', '' ORDER BY n)
  FROM unnest(ARRAY[
    seq::text, entry.id::text, (extract(epoch FROM entry.at) * 1000000)::bigint::text,
    entry.actor, entry.action, entry.object, entry.detail::text
  ]) WITH ORDINALITY AS form(part, n)
$$;
--> statement-breakpoint
-- When a transaction commits: one at a time, so that every link sees the one before. At commit and not at insert, because
-- a lock held through a whole transaction would make writers wait for each other and sometimes for ever.
-- With the owner's rights, so that the site's own role need not be allowed to write links.
CREATE FUNCTION audit_chain_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head audit_link;
  next bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(7201507);
  SELECT * INTO head FROM audit_link ORDER BY seq DESC LIMIT 1;
  next := coalesce(head.seq, 0) + 1;
  INSERT INTO audit_link (seq, entry_id, hash)
  VALUES (next, NEW.id, encode(sha256(convert_to(coalesce(head.hash, repeat('0', 64)) || audit_canonical(next, NEW), 'UTF8')), 'hex'));
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What older versions have written, in the order of its numbers.
DO $$
DECLARE
  entry audit_entry;
  next bigint := 0;
  previous text := repeat('0', 64);
BEGIN
  FOR entry IN SELECT * FROM audit_entry ORDER BY id LOOP
    next := next + 1;
    previous := encode(sha256(convert_to(previous || audit_canonical(next, entry), 'UTF8')), 'hex');
    INSERT INTO audit_link (seq, entry_id, hash) VALUES (next, entry.id, previous);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_entry_chain AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain_entry();
--> statement-breakpoint
CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE ON audit_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_link_no_truncate BEFORE TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE ON audit_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_checkpoint_no_truncate BEFORE TRUNCATE ON audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
