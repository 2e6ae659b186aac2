CREATE INDEX "cases_own_activity" ON "app"."cases" USING btree ("org_id","owner_id","last_activity_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "data_keys_directory" ON "app"."data_keys" USING btree ("org_id") WHERE purpose = 'directory';--> statement-breakpoint
CREATE INDEX "data_keys_staff" ON "app"."data_keys" USING btree ("org_id") WHERE purpose = 'staff';