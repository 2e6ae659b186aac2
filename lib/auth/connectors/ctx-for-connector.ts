import "server-only";
import { sql } from "drizzle-orm";
import { ask, doorOf } from "@/db/client";
import { type Ctx, mintCtx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { systemClock } from "@/lib/platform/time/clock";

type Entered = { connector_id: string; kind: string; name: string; mapping: Record<string, string> };
type Connector = { ctx: Ctx; connectorId: string; kind: string; name: string; mapping: Record<string, string> };

/**
 * A form of another system, by its secret, narrowed by Postgres to the enquiry that it writes; null for a secret that
 * opens nothing.
 */
export async function ctxForConnector(
  { orgId, token }: { orgId: string; token: Buffer },
  enquiryId: string,
): Promise<Connector | null> {
  const enter = sql`ctx.enter_connector(${orgId}::uuid, ${token}, ${enquiryId}::uuid)`;
  try {
    const [row] = await ask<Entered>(sql`select * from ${enter}`);
    if (!row) return null;
    const actor = { memberId: null, role: "enquirer" as const, name: "" };
    const ctx = mintCtx({ orgId, orgName: "", actor, now: systemClock().now(), door: doorOf(enter) });
    const { connector_id: connectorId, kind, name, mapping } = row;
    return { ctx, connectorId, kind, name, mapping };
  } catch (error) {
    if (sqlState(error) === "28000") return null;
    throw error;
  }
}
