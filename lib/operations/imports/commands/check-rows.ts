import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { importRows, imports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { readLaw } from "@/lib/law/provisions/queries";
import { type ImportSeals, lockImport, requireState } from "../access";
import { countRows } from "../count-rows";
import { OneImport } from "../input";
import { type Judged, judgeRows } from "../judge-rows";
import { openImport } from "../open-import";
import { addUnknown } from "../rules";

const batch = 200;

/**
 * Checks the next rows of a list in the order of the file. Nothing of them becomes a case.
 * @returns whether there may be more
 * @throws AppError conflict when the list is not being checked any more
 */
export const checkRows = command({
  needs: "job.run",
  input: OneImport,
  async run(ctx, { importId }) {
    const row = await lockImport(ctx, importId);
    requireState(row, ["checking"], t("This list is not being checked."));
    const seals = await openImport(ctx, row);
    const mapping = seals.openMapping(row.mapping);
    const head = seals.openHead(row.head);
    if (!mapping || !head) throw new Error("A list without a mapping is being checked.");
    const open = await ctx.db
      .select({ id: importRows.id, row: importRows.row, cells: importRows.cells })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.state, "unchecked")))
      .orderBy(asc(importRows.row))
      .limit(batch);
    const rows = open.map((item) => ({ ...item, cells: seals.openCells(item.id, item.cells) }));
    const law = await readLaw(ctx);
    const judged = await judgeRows(ctx, rows, { import: row, seals, mapping, law, within: "earlier" });
    await writeJudged(ctx, seals, judged);
    const more = open.length === batch;
    const unknown = judged.flatMap(({ built }) => built.unknown);
    const counts = await countRows(ctx, importId);
    await ctx.db
      .update(imports)
      .set({
        ...counts,
        head: seals.head({ ...head, unknown: addUnknown(head.unknown, unknown) }),
        ...(more ? {} : { state: "checked" as const }),
      })
      .where(eq(imports.id, importId));
    const { good, bad, twins } = counts;
    return { value: { more }, audit: { action: "import.checked", subjectId: importId, detail: { good, bad, twins } } };
  },
});

async function writeJudged(ctx: TxCtx, seals: ImportSeals, judged: readonly Judged[]): Promise<void> {
  for (const { id, state, messages, marks } of judged) {
    await ctx.db
      .update(importRows)
      .set({ state, said: seals.sealMessages(id, messages), ...marks })
      .where(eq(importRows.id, id));
  }
}
