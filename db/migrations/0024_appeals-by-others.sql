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
