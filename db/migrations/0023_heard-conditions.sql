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
