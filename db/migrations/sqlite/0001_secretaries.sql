ALTER TABLE `circles` ADD `stand_in` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `secretary_position` integer;