CREATE TABLE "round_messages" (
	"team_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"ts" text NOT NULL,
	"round_id" text NOT NULL,
	"thread_ts" text,
	"saved_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "round_messages_team_id_channel_id_ts_pk" PRIMARY KEY("team_id","channel_id","ts")
);
--> statement-breakpoint
ALTER TABLE "round_messages" ADD CONSTRAINT "round_messages_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
INSERT INTO "round_messages" ("team_id", "channel_id", "ts", "round_id", "saved_at") SELECT "team_id", "channel_id", "ts", "round_id", "saved_at" FROM "cards";
--> statement-breakpoint
INSERT INTO "round_messages" ("team_id", "channel_id", "ts", "round_id", "saved_at") SELECT "team_id", "channel_id", "ts", "round_id", "saved_at" FROM "objection_messages";