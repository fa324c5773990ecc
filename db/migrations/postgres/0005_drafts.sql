CREATE TABLE "drafters" (
	"draft_id" text NOT NULL,
	"member_id" text NOT NULL,
	"team_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "drafters_draft_id_member_id_pk" PRIMARY KEY("draft_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"circle_id" text NOT NULL,
	"author" text NOT NULL,
	"revision" integer NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL,
	"saved_by" text NOT NULL,
	"content" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "drafters" ADD CONSTRAINT "drafters_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafters_by_member" ON "drafters" USING btree ("team_id","member_id");--> statement-breakpoint
CREATE INDEX "drafts_by_author" ON "drafts" USING btree ("team_id","author");