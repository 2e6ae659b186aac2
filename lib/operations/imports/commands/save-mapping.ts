import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { importMappings, importRows, imports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { lockImport, requireState } from "../access";
import { SaveMapping } from "../input";
import { openImport } from "../open-import";
import { keptFrom } from "../rules";
import type { Mapping, RowState } from "../types";

/**
 * Sets what each column means, saves that by name if requested, and rechecks every row that is not a case yet.
 * @throws AppError invalid on `column.0`; conflict while the list is read, checked or run
 */
export const saveMapping = command({
  needs: "case.import",
  input: SaveMapping,
  async run(ctx, { importId, keepAs, ...mapping }) {
    const row = await lockImport(ctx, importId);
    requireState(row, ["mapping", "checked", "stopped"], t("This list is being processed. Wait, or stop it first."));
    const seals = await openImport(ctx, row);
    const head = seals.openHead(row.head);
    if (!head || mapping.columns.length !== head.headers.length) {
      throw new AppError("invalid", t("The columns are not those of the file. Reload the page."));
    }
    if (keepAs) await keepMapping(ctx, keepAs, mapping, head.headers);
    await uncheckRows(ctx, importId);
    await ctx.db
      .update(imports)
      .set({
        state: "checking" as const,
        mapping: seals.mapping(mapping),
        head: seals.head({ ...head, unknown: [] }),
        good: 0,
        bad: 0,
        twins: 0,
        leftOut: 0,
        failed: 0,
      })
      .where(eq(imports.id, importId));
    await enqueue(ctx, "import.work", { importId });
    const columns = mapping.columns.filter(Boolean).length;
    return { value: null, audit: { action: "import.mapped", subjectId: importId, detail: { columns } } };
  },
});

async function keepMapping(ctx: TxCtx, name: string, mapping: Mapping, headers: readonly string[]): Promise<void> {
  const savedBy = ctx.actor.memberId;
  if (!savedBy) throw new AppError("forbidden", t("A person keeps a mapping."));
  const kept = { mapping: keptFrom(mapping, headers), savedBy, savedAt: ctx.now };
  await ctx.db
    .insert(importMappings)
    .values({ id: newId(), orgId: ctx.orgId, name, ...kept })
    .onConflictDoUpdate({ target: [importMappings.orgId, importMappings.name], set: kept });
}

/** Every row that is not a case yet waits to be checked. */
async function uncheckRows(ctx: TxCtx, importId: string): Promise<void> {
  const open: RowState[] = ["good", "bad", "twin", "left_out", "failed"];
  await ctx.db
    .update(importRows)
    .set({ state: "unchecked", said: null })
    .where(and(eq(importRows.orgId, ctx.orgId), eq(importRows.importId, importId), inArray(importRows.state, open)));
}
