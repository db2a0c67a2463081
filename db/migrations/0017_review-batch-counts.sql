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
DROP TRIGGER review_batch_append_only ON review_batch;
--> statement-breakpoint
CREATE TRIGGER review_batch_keeps_itself BEFORE UPDATE ON review_batch FOR EACH ROW EXECUTE FUNCTION review_batch_keeps_itself();
--> statement-breakpoint
CREATE TRIGGER review_batch_stays BEFORE DELETE ON review_batch FOR EACH ROW EXECUTE FUNCTION refuse_delete();
--> statement-breakpoint
CREATE TRIGGER review_reference_append_only BEFORE UPDATE OR DELETE ON review_reference FOR EACH ROW EXECUTE FUNCTION refuse_change();
