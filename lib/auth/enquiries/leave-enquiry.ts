import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";

/** Ends the visit of this browser: its cookie opens nothing from now on. */
export async function leaveEnquiry(browser: Buffer): Promise<void> {
  await ask(sql`select ctx.leave_enquiry(${browser})`);
}
