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
ALTER TABLE "case_access_request" ADD CONSTRAINT "case_access_request_case_id_approval_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."approval_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_access_request" ADD CONSTRAINT "case_access_request_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_access_request" ADD CONSTRAINT "case_access_request_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_access_request_case" ON "case_access_request" USING btree ("case_id");