CREATE TABLE "audit_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shipped_data" (
	"name" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL,
	"rows" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_number" UNIQUE("scheme","value")
);
--> statement-breakpoint
CREATE TABLE "postcode" (
	"country" text NOT NULL,
	"code" text NOT NULL,
	"region" text NOT NULL,
	"place" text,
	"main" boolean NOT NULL,
	"area_share" double precision,
	"lat" double precision,
	"lon" double precision,
	CONSTRAINT "postcode_country_code_region_pk" PRIMARY KEY("country","code","region")
);
--> statement-breakpoint
CREATE TABLE "region" (
	"code" text PRIMARY KEY NOT NULL,
	"scheme" text NOT NULL,
	"country" text NOT NULL,
	"parent" text,
	"names" jsonb NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"population" integer,
	"neighbours" text[] DEFAULT '{}' NOT NULL,
	"source_id" integer
);
--> statement-breakpoint
CREATE TABLE "sector" (
	"code" text PRIMARY KEY NOT NULL,
	"classification" text NOT NULL,
	"names" jsonb NOT NULL,
	"short" jsonb,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "target_group" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"list_version" text NOT NULL,
	"names" jsonb NOT NULL,
	"description" jsonb,
	"sensitive" boolean NOT NULL,
	"primary_outcome" text NOT NULL,
	"hours_threshold" integer,
	"position" integer NOT NULL,
	"source_id" integer
);
--> statement-breakpoint
CREATE TABLE "former_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"provider_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "provider_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"organisation_id" integer NOT NULL,
	"slug" text NOT NULL,
	"version_id" integer,
	"claimed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "provider_organisation_id_unique" UNIQUE("organisation_id"),
	CONSTRAINT "provider_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "provider_version" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "provider_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"provider_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"import_id" integer,
	"state" text NOT NULL,
	"hash" text NOT NULL,
	"profile" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"activated_at" timestamp with time zone,
	"replaced_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text,
	"retrieved" date,
	"licence" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "source_name" UNIQUE("title","publisher")
);
--> statement-breakpoint
CREATE TABLE "programme_version" (
	"provider_version_id" integer NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"programme" jsonb NOT NULL,
	CONSTRAINT "programme_version_provider_version_id_code_pk" PRIMARY KEY("provider_version_id","code")
);
--> statement-breakpoint
CREATE TABLE "published_result" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "published_result_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"release_id" integer NOT NULL,
	"provider_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"document" jsonb NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reported_result" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reported_result_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"provider_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"key" text NOT NULL,
	"programme" text,
	"target_group" text,
	"region" text,
	"attendance" text,
	"counted_over" text NOT NULL,
	"from_day" date,
	"to_day" date,
	CONSTRAINT "reported_result_key" UNIQUE("provider_id","source_id","key")
);
--> statement-breakpoint
CREATE TABLE "reported_result_version" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reported_result_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"result_id" integer NOT NULL,
	"import_id" integer,
	"state" text NOT NULL,
	"position" integer NOT NULL,
	"hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"evidence" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"activated_at" timestamp with time zone,
	"replaced_at" timestamp with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "result_release" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "result_release_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"method_version" text NOT NULL,
	"input_hash" text NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "result_release_input_hash_unique" UNIQUE("input_hash")
);
--> statement-breakpoint
CREATE TABLE "provider_summary" (
	"provider_id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"hash" text NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalogue_import" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "catalogue_import_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source_id" integer,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"activated_at" timestamp with time zone,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "former_slug" ADD CONSTRAINT "former_slug_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider" ADD CONSTRAINT "provider_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_version" ADD CONSTRAINT "provider_version_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_version" ADD CONSTRAINT "provider_version_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_provider_version_id_provider_version_id_fk" FOREIGN KEY ("provider_version_id") REFERENCES "public"."provider_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_result" ADD CONSTRAINT "published_result_release_id_result_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."result_release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_result" ADD CONSTRAINT "published_result_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_result" ADD CONSTRAINT "published_result_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_result" ADD CONSTRAINT "reported_result_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_result" ADD CONSTRAINT "reported_result_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_result_version" ADD CONSTRAINT "reported_result_version_result_id_reported_result_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."reported_result"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_summary" ADD CONSTRAINT "provider_summary_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalogue_import" ADD CONSTRAINT "catalogue_import_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "region_parent" ON "region" USING btree ("parent");--> statement-breakpoint
CREATE INDEX "provider_version_id" ON "provider" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_version_current" ON "provider_version" USING btree ("provider_id","source_id") WHERE "provider_version"."state" = 'current';--> statement-breakpoint
CREATE INDEX "provider_version_provider" ON "provider_version" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "provider_version_import" ON "provider_version" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "published_result_provider" ON "published_result" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "published_result_release" ON "published_result" USING btree ("release_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reported_result_version_current" ON "reported_result_version" USING btree ("result_id") WHERE "reported_result_version"."state" = 'current';--> statement-breakpoint
CREATE INDEX "reported_result_version_import" ON "reported_result_version" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "provider_summary_seq" ON "provider_summary" USING btree ("seq");