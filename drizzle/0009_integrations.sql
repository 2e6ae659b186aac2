CREATE TABLE "app"."connectors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"off_at" timestamp with time zone,
	CONSTRAINT "connectors_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "connectors_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."webhook_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"took_ms" integer NOT NULL,
	"status" integer,
	"problem" text,
	CONSTRAINT "webhook_attempts_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."webhook_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"webhook_id" uuid NOT NULL,
	"action" text NOT NULL,
	"occasion" text NOT NULL,
	"case_id" uuid,
	"subject_id" uuid NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"replayed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "webhook_messages_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "webhook_messages_webhookId_occasion_unique" UNIQUE("webhook_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "app"."webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"actions" text[] NOT NULL,
	"secret" text NOT NULL,
	"old_secret" text,
	"old_secret_until" timestamp with time zone,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"last_sent_at" timestamp with time zone,
	"off" text,
	"off_at" timestamp with time zone,
	CONSTRAINT "webhooks_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "webhook_actions" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."connectors" ADD CONSTRAINT "connectors_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhook_attempts" ADD CONSTRAINT "webhook_attempts_org_id_message_id_webhook_messages_org_id_id_fk" FOREIGN KEY ("org_id","message_id") REFERENCES "app"."webhook_messages"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhook_messages" ADD CONSTRAINT "webhook_messages_org_id_webhook_id_webhooks_org_id_id_fk" FOREIGN KEY ("org_id","webhook_id") REFERENCES "app"."webhooks"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhook_messages" ADD CONSTRAINT "webhook_messages_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhooks" ADD CONSTRAINT "webhooks_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhooks" ADD CONSTRAINT "webhooks_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connectors_org_id_added_at_index" ON "app"."connectors" USING btree ("org_id","added_at");--> statement-breakpoint
CREATE INDEX "webhook_attempts_org_id_message_id_at_index" ON "app"."webhook_attempts" USING btree ("org_id","message_id","at");--> statement-breakpoint
CREATE INDEX "webhook_messages_org_id_webhook_id_happened_at_index" ON "app"."webhook_messages" USING btree ("org_id","webhook_id","happened_at");--> statement-breakpoint
CREATE INDEX "webhook_messages_org_id_case_id_index" ON "app"."webhook_messages" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "webhook_messages_due" ON "app"."webhook_messages" USING btree ("org_id","next_at") WHERE state = 'waiting';