import "server-only";
import { sql } from "drizzle-orm";
import { ask, doorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { systemClock } from "@/lib/platform/time/clock";

type EnquiryForm = { ctx: Ctx; phone: string | null };

/**
 * Whoever writes at the address of an organisation, narrowed by Postgres to the enquiry that they write; null where
 * nothing is taken, and where there is no such address.
 */
export async function ctxForEnquiryForm(address: string, enquiryId: string): Promise<EnquiryForm | null> {
  const enter = sql`ctx.enter_enquiry_form(${address}, ${enquiryId}::uuid)`;
  try {
    const [row] = await ask<{ org_id: string; phone: string | null }>(sql`select * from ${enter}`);
    if (!row) return null;
    const actor = { memberId: null, role: "enquirer" as const, name: "" };
    const ctx = mintCtx({ orgId: row.org_id, orgName: "", actor, now: systemClock().now(), door: doorOf(enter) });
    return { ctx, phone: row.phone };
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}
