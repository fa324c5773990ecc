CREATE TABLE `answers` (
	`round_id` text NOT NULL,
	`version_number` integer NOT NULL,
	`member_id` text NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`needs` text,
	`until_at` integer,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`round_id`, `version_number`, `member_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `asked` (
	`round_id` text NOT NULL,
	`version_number` integer NOT NULL,
	`member_id` text NOT NULL,
	`team_id` text NOT NULL,
	`excused_reason` text,
	`excused_at` integer,
	PRIMARY KEY(`round_id`, `version_number`, `member_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `cards` (
	`round_id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`ts` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `circle_events` (
	`circle_id` text NOT NULL,
	`seq` integer NOT NULL,
	`team_id` text NOT NULL,
	`type` text NOT NULL,
	`by_member_id` text,
	`happened_at` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`circle_id`, `seq`),
	FOREIGN KEY (`circle_id`) REFERENCES `circles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `circles` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`aim` text NOT NULL,
	`time_zone` text NOT NULL,
	`working_weekdays` text NOT NULL,
	`closed_days` text NOT NULL,
	`window_days` integer NOT NULL,
	`minimum_hours` integer NOT NULL,
	`closing` text NOT NULL,
	`grace_hours` integer NOT NULL,
	`names_waiting` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `circles_by_channel` ON `circles` (`team_id`,`channel_id`);--> statement-breakpoint
CREATE TABLE `counters` (
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`team_id`, `kind`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `decisions` (
	`team_id` text NOT NULL,
	`number` integer NOT NULL,
	`round_id` text NOT NULL,
	`circle_id` text NOT NULL,
	`title` text NOT NULL,
	`search_text` text NOT NULL,
	`owner_member_id` text NOT NULL,
	`review_on` text NOT NULL,
	`decided_at` integer NOT NULL,
	`closed_by` text,
	PRIMARY KEY(`team_id`, `number`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`circle_id`) REFERENCES `circles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_by_round` ON `decisions` (`round_id`);--> statement-breakpoint
CREATE INDEX `decisions_by_circle` ON `decisions` (`circle_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `extensions` (
	`round_id` text NOT NULL,
	`position` integer NOT NULL,
	`team_id` text NOT NULL,
	`deadline_at` integer NOT NULL,
	`cause` text NOT NULL,
	`reason` text,
	`extended_at` integer NOT NULL,
	`extended_by` text,
	PRIMARY KEY(`round_id`, `position`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `memberships` (
	`circle_id` text NOT NULL,
	`member_id` text NOT NULL,
	`team_id` text NOT NULL,
	`status` text NOT NULL,
	`since_at` integer NOT NULL,
	`leave_from_on` text,
	`leave_until_on` text,
	`deactivated_at` integer,
	`facilitator_position` integer,
	PRIMARY KEY(`circle_id`, `member_id`),
	FOREIGN KEY (`circle_id`) REFERENCES `circles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `memberships_by_member` ON `memberships` (`team_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` text NOT NULL,
	`key` text NOT NULL,
	`stream` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`round_id` text,
	`data` text NOT NULL,
	`generation` integer NOT NULL,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`lease_until_at` integer,
	`delivered_at` integer,
	`given_up_at` integer,
	`last_delivered_at` integer,
	`last_error` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_by_key` ON `notices` (`key`);--> statement-breakpoint
CREATE INDEX `notices_by_position` ON `notices` (`position`);--> statement-breakpoint
CREATE INDEX `notices_waiting_by_due` ON `notices` (`due_at`) WHERE delivered_at is null and given_up_at is null;--> statement-breakpoint
CREATE INDEX `notices_waiting_by_stream` ON `notices` (`stream`,`position`) WHERE delivered_at is null and given_up_at is null;--> statement-breakpoint
CREATE INDEX `notices_waiting_by_round` ON `notices` (`round_id`) WHERE delivered_at is null and given_up_at is null;--> statement-breakpoint
CREATE INDEX `notices_leased` ON `notices` (`lease_until_at`) WHERE lease_until_at is not null;--> statement-breakpoint
CREATE TABLE `objections` (
	`round_id` text NOT NULL,
	`id` text NOT NULL,
	`team_id` text NOT NULL,
	`member_id` text NOT NULL,
	`version_number` integer NOT NULL,
	`harm` text NOT NULL,
	`effect` text NOT NULL,
	`remedy` text,
	`raised_at` integer NOT NULL,
	`reworded_at` integer,
	`settled_at` integer,
	`settled_in_version` integer,
	`taken_back_at` integer,
	PRIMARY KEY(`round_id`, `id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `questions` (
	`round_id` text NOT NULL,
	`position` integer NOT NULL,
	`team_id` text NOT NULL,
	`member_id` text NOT NULL,
	`text` text NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`round_id`, `position`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `round_events` (
	`round_id` text NOT NULL,
	`seq` integer NOT NULL,
	`team_id` text NOT NULL,
	`type` text NOT NULL,
	`by_member_id` text,
	`happened_at` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`round_id`, `seq`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`circle_id` text NOT NULL,
	`number` integer NOT NULL,
	`seq` integer NOT NULL,
	`title` text NOT NULL,
	`need` text NOT NULL,
	`proposed_by` text NOT NULL,
	`owner_member_id` text NOT NULL,
	`review_on` text NOT NULL,
	`replaces` text,
	`silence_policy` text NOT NULL,
	`closing` text NOT NULL,
	`grace_hours` integer NOT NULL,
	`aim` text NOT NULL,
	`version_number` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`deadline_at` integer NOT NULL,
	`last_change_at` integer NOT NULL,
	`next_due_at` integer,
	`half_time_at` integer,
	`day_before_at` integer,
	`deadline_passed_at` integer,
	`ready_at` integer,
	`stand_in_at` integer,
	`paused_at` integer,
	`paused_by` text,
	`pause_kind` text,
	`pause_note` text,
	`parked_next_step` text,
	`parked_who` text,
	`parked_until_on` text,
	`ended_at` integer,
	`ended_by` text,
	`ending_kind` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`circle_id`) REFERENCES `circles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_by_number` ON `rounds` (`team_id`,`number`);--> statement-breakpoint
CREATE INDEX `rounds_due` ON `rounds` (`next_due_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `rounds_open_by_circle` ON `rounds` (`circle_id`,`deadline_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `timer_runs` (
	`name` text PRIMARY KEY NOT NULL,
	`ran_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `versions` (
	`round_id` text NOT NULL,
	`number` integer NOT NULL,
	`team_id` text NOT NULL,
	`document` text NOT NULL,
	`text` text NOT NULL,
	`opened_at` integer NOT NULL,
	`published_by` text NOT NULL,
	PRIMARY KEY(`round_id`, `number`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
