CREATE TABLE "auth"."totp_offers" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"seed" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
