ALTER TABLE "rounds" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "change" text DEFAULT 'substance' NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "answers_objections" json;