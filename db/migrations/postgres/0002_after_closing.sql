DROP INDEX "rounds_due";--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "paused_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "handed_to" text;--> statement-breakpoint
CREATE INDEX "rounds_due" ON "rounds" USING btree ("next_due_at") WHERE next_due_at is not null;