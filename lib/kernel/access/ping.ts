import "server-only";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";

const patience = 2_000;

/** True when the database answers within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const asked = database()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref());
  return Promise.race([asked, late]);
}
