CREATE TABLE `objection_messages` (
	`round_id` text NOT NULL,
	`objection_id` text NOT NULL,
	`team_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`ts` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`round_id`, `objection_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `objections` ADD `raised_by` text;--> statement-breakpoint
ALTER TABLE `objections` ADD `noted_at` integer;--> statement-breakpoint
ALTER TABLE `objections` ADD `note` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `asked_again_at` integer;