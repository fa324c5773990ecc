DROP INDEX `rounds_due`;--> statement-breakpoint
ALTER TABLE `rounds` ADD `handed_to` text;--> statement-breakpoint
CREATE INDEX `rounds_due` ON `rounds` (`next_due_at`) WHERE next_due_at is not null;--> statement-breakpoint
ALTER TABLE `decisions` ADD `paused_at` integer;