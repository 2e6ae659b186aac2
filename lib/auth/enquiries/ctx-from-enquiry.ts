import "server-only";
import { sql } from "drizzle-orm";
import { ask, doorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { systemClock } from "@/lib/platform/time/clock";

type Entered = { org_id: string; enquiry_id: string; language: string };

export type OpenEnquiry = { ctx: Ctx; enquiryId: string; language: string };

/**
 * Whoever wrote an enquiry, narrowed by Postgres to it; null when it is not open in this browser.
 * @param browser what `browserOf` says of the token in its cookie
 */
export async function ctxFromEnquiry(browser: Buffer): Promise<OpenEnquiry | null> {
  const enter = sql`ctx.enter_enquiry(${browser})`;
  try {
    const [row] = await ask<Entered>(sql`select * from ${enter}`);
    if (!row) return null;
    await ask(sql`select auth.touch_enquiry_visit(${browser})`);
    const actor = { memberId: null, role: "enquirer" as const, name: "" };
    const ctx = mintCtx({ orgId: row.org_id, orgName: "", actor, now: systemClock().now(), door: doorOf(enter) });
    return { ctx, enquiryId: row.enquiry_id, language: row.language };
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}
