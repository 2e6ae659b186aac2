import "server-only";
import { sql } from "drizzle-orm";
import { ask, memberDoorOf } from "@/db/client";
import { secretIn } from "@/lib/auth/first-contact/rules";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { lacksOf } from "@/lib/kernel/access/roles";
import { systemClock } from "@/lib/platform/time/clock";

type Entered = {
  org_id: string;
  member_id: string;
  name: string;
  org_name: string;
  pairing_id: string;
  case_id: string;
  until: string;
  lacks: string;
};

export type OpenPairing = { ctx: Ctx; caseId: string; until: Date };

/**
 * The member who connected a browser extension, narrowed by Postgres to the one case and by `pairing` to what an
 * extension does; null when the pairing has ended. Always a caseworker here, a supervisor too.
 */
export async function ctxFromPairing(token: string): Promise<OpenPairing | null> {
  const secret = secretIn(token);
  if (!secret) return null;
  const enter = sql`ctx.enter_pairing(${secret})`;
  try {
    const [row] = await ask<Entered>(sql`select * from ${enter}`);
    if (!row) return null;
    const ctx = mintCtx({
      orgId: row.org_id,
      orgName: row.org_name,
      actor: { memberId: row.member_id, role: "caseworker", name: row.name, lacks: lacksOf(row.lacks) },
      now: systemClock().now(),
      door: memberDoorOf(enter),
      pairing: { id: row.pairing_id, caseId: row.case_id },
    });
    return { ctx, caseId: row.case_id, until: new Date(row.until) };
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}
