import "server-only";
import { asc, eq } from "drizzle-orm";
import { incidents } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";

/** The incidents of a case in the order in which they happened, as the story numbers them. */
export async function listIncidentIds(ctx: Ctx, caseId: string): Promise<string[]> {
  return withTransaction(ctx, "read only", async (scoped) => {
    const rows = await scoped.db
      .select({ id: incidents.id })
      .from(incidents)
      .where(eq(incidents.caseId, caseId))
      .orderBy(asc(incidents.happenedAt), asc(incidents.id));
    return rows.map((row) => row.id);
  });
}
