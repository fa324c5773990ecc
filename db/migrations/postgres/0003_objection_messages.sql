CREATE TABLE "objection_messages" (
	"round_id" text NOT NULL,
	"objection_id" text NOT NULL,
	"team_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"ts" text NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "objection_messages_round_id_objection_id_pk" PRIMARY KEY("round_id","objection_id")
);
--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "raised_by" text;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "noted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "objections" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "asked_again_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "objection_messages" ADD CONSTRAINT "objection_messages_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;