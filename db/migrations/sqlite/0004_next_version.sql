ALTER TABLE `rounds` ADD `link` text;--> statement-breakpoint
ALTER TABLE `versions` ADD `change` text DEFAULT 'substance' NOT NULL;--> statement-breakpoint
ALTER TABLE `versions` ADD `answers_objections` text;