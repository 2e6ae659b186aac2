import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { safetyChecks } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { technologyItems } from "@/lib/law/jurisdictions/common/technology-items";
import { namesOf } from "@/lib/organisation/members/names-of";
import { checkNotePlace } from "./rules";
import type { CheckedItem } from "./types";

/** The whole list of devices and accounts, with what was last found about each item. @throws AppError not_found */
export const listDeviceChecks = query("case.read", async (ctx, caseId: string): Promise<CheckedItem[]> => {
  const { id, keyId } = await findCase(ctx, caseId);
  const rows = await ctx.db
    .selectDistinctOn([safetyChecks.item])
    .from(safetyChecks)
    .where(and(eq(safetyChecks.orgId, ctx.orgId), eq(safetyChecks.caseId, id)))
    .orderBy(safetyChecks.item, desc(safetyChecks.recordedAt), desc(safetyChecks.id));
  const vault = await openVault(ctx, keyId);
  const names = await namesOf(
    ctx,
    rows.map(({ recordedBy }) => recordedBy),
  );
  return technologyItems.map((item) => {
    const row = rows.find((candidate) => candidate.item === item.key);
    if (!row) return { item, state: "not_asked", note: null, checkedOn: null, by: "" };
    const note = vault.openMaybe(checkNotePlace(row.id), row.note);
    return { item, state: row.state, note, checkedOn: row.checkedOn, by: names.get(row.recordedBy) ?? "" };
  });
});
