import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { exhibitCode } from "@/lib/casework/incidents/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { SourceRow, Traced } from "../types";

/** Evidence, when it was received. */
export async function listExhibitRows(ctx: TxCtx, { row, vault, most }: Traced): Promise<SourceRow[]> {
  const { id, number, receivedAt, receivedBy, description, accountId, platform } = exhibits;
  const rows = await ctx.db
    .select({ id, number, receivedAt, receivedBy, description, accountId, platform })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.id)))
    .orderBy(desc(exhibits.receivedAt))
    .limit(most);
  return rows.map((exhibit) => ({
    key: `exhibit-${exhibit.id}`,
    kind: "evidence",
    at: exhibit.receivedAt,
    day: null,
    title: t("{code} received", { code: exhibitCode(exhibit.number) }),
    words: () => vault.open({ table: "exhibits", column: "description", row: exhibit.id }, exhibit.description),
    byId: exhibit.receivedBy,
    accountId: exhibit.accountId,
    platform: exhibit.platform,
    href: `/cases/${row.id}/evidence/${exhibit.id}`,
  }));
}
