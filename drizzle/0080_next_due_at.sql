-- Filled for the open cases by the next round over them (clocks.sweep), which reckons the hour by the law; until then they
-- are late by the day, as before.
ALTER TABLE "app"."cases" ADD COLUMN "next_due_at" timestamp with time zone;
