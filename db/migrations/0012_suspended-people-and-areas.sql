ALTER TABLE "authority" ADD COLUMN "area" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "suspended_reason" text;