CREATE TABLE "answers" (
	"round_id" text NOT NULL,
	"version_number" integer NOT NULL,
	"member_id" text NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"needs" text,
	"until_at" timestamp(3) with time zone,
	"answered_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "answers_round_id_version_number_member_id_pk" PRIMARY KEY("round_id","version_number","member_id")
);
--> statement-breakpoint
CREATE TABLE "asked" (
	"round_id" text NOT NULL,
	"version_number" integer NOT NULL,
	"member_id" text NOT NULL,
	"team_id" text NOT NULL,
	"excused_reason" text,
	"excused_at" timestamp(3) with time zone,
	CONSTRAINT "asked_round_id_version_number_member_id_pk" PRIMARY KEY("round_id","version_number","member_id")
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"round_id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"ts" text NOT NULL,
	"saved_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "circle_events" (
	"circle_id" text NOT NULL,
	"seq" integer NOT NULL,
	"team_id" text NOT NULL,
	"type" text NOT NULL,
	"by_member_id" text,
	"happened_at" timestamp(3) with time zone NOT NULL,
	"data" json NOT NULL,
	CONSTRAINT "circle_events_circle_id_seq_pk" PRIMARY KEY("circle_id","seq")
);
--> statement-breakpoint
CREATE TABLE "circles" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"seq" integer NOT NULL,
	"name" text NOT NULL,
	"aim" text NOT NULL,
	"time_zone" text NOT NULL,
	"working_weekdays" json NOT NULL,
	"closed_days" json NOT NULL,
	"window_days" integer NOT NULL,
	"minimum_hours" integer NOT NULL,
	"closing" text NOT NULL,
	"grace_hours" integer NOT NULL,
	"names_waiting" boolean NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counters_team_id_kind_pk" PRIMARY KEY("team_id","kind")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"team_id" text NOT NULL,
	"number" integer NOT NULL,
	"round_id" text NOT NULL,
	"circle_id" text NOT NULL,
	"title" text NOT NULL,
	"search_text" text NOT NULL,
	"owner_member_id" text NOT NULL,
	"review_on" text NOT NULL,
	"decided_at" timestamp(3) with time zone NOT NULL,
	"closed_by" text,
	CONSTRAINT "decisions_team_id_number_pk" PRIMARY KEY("team_id","number")
);
--> statement-breakpoint
CREATE TABLE "extensions" (
	"round_id" text NOT NULL,
	"position" integer NOT NULL,
	"team_id" text NOT NULL,
	"deadline_at" timestamp(3) with time zone NOT NULL,
	"cause" text NOT NULL,
	"reason" text,
	"extended_at" timestamp(3) with time zone NOT NULL,
	"extended_by" text,
	CONSTRAINT "extensions_round_id_position_pk" PRIMARY KEY("round_id","position")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"circle_id" text NOT NULL,
	"member_id" text NOT NULL,
	"team_id" text NOT NULL,
	"status" text NOT NULL,
	"since_at" timestamp(3) with time zone NOT NULL,
	"leave_from_on" text,
	"leave_until_on" text,
	"deactivated_at" timestamp(3) with time zone,
	"facilitator_position" integer,
	CONSTRAINT "memberships_circle_id_member_id_pk" PRIMARY KEY("circle_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	"key" text NOT NULL,
	"stream" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"round_id" text,
	"data" json NOT NULL,
	"generation" integer NOT NULL,
	"attempts" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"lease_until_at" timestamp(3) with time zone,
	"delivered_at" timestamp(3) with time zone,
	"given_up_at" timestamp(3) with time zone,
	"last_delivered_at" timestamp(3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"round_id" text NOT NULL,
	"id" text NOT NULL,
	"team_id" text NOT NULL,
	"member_id" text NOT NULL,
	"version_number" integer NOT NULL,
	"harm" text NOT NULL,
	"effect" text NOT NULL,
	"remedy" text,
	"raised_at" timestamp(3) with time zone NOT NULL,
	"reworded_at" timestamp(3) with time zone,
	"settled_at" timestamp(3) with time zone,
	"settled_in_version" integer,
	"taken_back_at" timestamp(3) with time zone,
	CONSTRAINT "objections_round_id_id_pk" PRIMARY KEY("round_id","id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"round_id" text NOT NULL,
	"position" integer NOT NULL,
	"team_id" text NOT NULL,
	"member_id" text NOT NULL,
	"text" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "questions_round_id_position_pk" PRIMARY KEY("round_id","position")
);
--> statement-breakpoint
CREATE TABLE "round_events" (
	"round_id" text NOT NULL,
	"seq" integer NOT NULL,
	"team_id" text NOT NULL,
	"type" text NOT NULL,
	"by_member_id" text,
	"happened_at" timestamp(3) with time zone NOT NULL,
	"data" json NOT NULL,
	CONSTRAINT "round_events_round_id_seq_pk" PRIMARY KEY("round_id","seq")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"circle_id" text NOT NULL,
	"number" integer NOT NULL,
	"seq" integer NOT NULL,
	"title" text NOT NULL,
	"need" text NOT NULL,
	"proposed_by" text NOT NULL,
	"owner_member_id" text NOT NULL,
	"review_on" text NOT NULL,
	"replaces" text,
	"silence_policy" text NOT NULL,
	"closing" text NOT NULL,
	"grace_hours" integer NOT NULL,
	"aim" text NOT NULL,
	"version_number" integer NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"deadline_at" timestamp(3) with time zone NOT NULL,
	"last_change_at" timestamp(3) with time zone NOT NULL,
	"next_due_at" timestamp(3) with time zone,
	"half_time_at" timestamp(3) with time zone,
	"day_before_at" timestamp(3) with time zone,
	"deadline_passed_at" timestamp(3) with time zone,
	"ready_at" timestamp(3) with time zone,
	"stand_in_at" timestamp(3) with time zone,
	"paused_at" timestamp(3) with time zone,
	"paused_by" text,
	"pause_kind" text,
	"pause_note" text,
	"parked_next_step" text,
	"parked_who" text,
	"parked_until_on" text,
	"ended_at" timestamp(3) with time zone,
	"ended_by" text,
	"ending_kind" text,
	"withdrawn_reason" text
);
--> statement-breakpoint
CREATE TABLE "timer_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"round_id" text NOT NULL,
	"number" integer NOT NULL,
	"team_id" text NOT NULL,
	"document" json NOT NULL,
	"text" text NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "versions_round_id_number_pk" PRIMARY KEY("round_id","number")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asked" ADD CONSTRAINT "asked_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circle_events" ADD CONSTRAINT "circle_events_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_events" ADD CONSTRAINT "round_events_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_circle_id_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "circles_by_channel" ON "circles" USING btree ("team_id","channel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_by_round" ON "decisions" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "decisions_by_circle" ON "decisions" USING btree ("circle_id","decided_at");--> statement-breakpoint
CREATE INDEX "memberships_by_member" ON "memberships" USING btree ("team_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_by_key" ON "notices" USING btree ("key");--> statement-breakpoint
CREATE INDEX "notices_by_position" ON "notices" USING btree ("position");--> statement-breakpoint
CREATE INDEX "notices_waiting_by_due" ON "notices" USING btree ("due_at") WHERE delivered_at is null and given_up_at is null;--> statement-breakpoint
CREATE INDEX "notices_waiting_by_stream" ON "notices" USING btree ("stream","position") WHERE delivered_at is null and given_up_at is null;--> statement-breakpoint
CREATE INDEX "notices_waiting_by_round" ON "notices" USING btree ("round_id") WHERE delivered_at is null and given_up_at is null;--> statement-breakpoint
CREATE INDEX "notices_leased" ON "notices" USING btree ("lease_until_at") WHERE lease_until_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_by_number" ON "rounds" USING btree ("team_id","number");--> statement-breakpoint
CREATE INDEX "rounds_due" ON "rounds" USING btree ("next_due_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "rounds_open_by_circle" ON "rounds" USING btree ("circle_id","deadline_at") WHERE ended_at is null;