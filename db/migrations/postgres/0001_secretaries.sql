ALTER TABLE "circles" ADD COLUMN "stand_in" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "secretary_position" integer;