CREATE INDEX "cases_closed" ON "app"."cases" USING btree ("org_id","closed_at") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "clients_org_id_registered_by_index" ON "app"."clients" USING btree ("org_id","registered_by");--> statement-breakpoint
CREATE INDEX "case_steps_submitted" ON "app"."case_steps" USING btree ("org_id","updated_at") WHERE state = 'submitted';--> statement-breakpoint
CREATE INDEX "references_waiting" ON "app"."references" USING btree ("org_id","recorded_at") WHERE state = 'not_yet_issued';