CREATE TABLE `round_messages` (
	`team_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`ts` text NOT NULL,
	`round_id` text NOT NULL,
	`thread_ts` text,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`team_id`, `channel_id`, `ts`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `round_messages` (`team_id`, `channel_id`, `ts`, `round_id`, `saved_at`) SELECT `team_id`, `channel_id`, `ts`, `round_id`, `saved_at` FROM `cards`;
--> statement-breakpoint
INSERT INTO `round_messages` (`team_id`, `channel_id`, `ts`, `round_id`, `saved_at`) SELECT `team_id`, `channel_id`, `ts`, `round_id`, `saved_at` FROM `objection_messages`;