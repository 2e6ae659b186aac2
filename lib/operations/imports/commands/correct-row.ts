import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { importRows, imports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { readLaw } from "@/lib/law/provisions/queries";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { AppError } from "@/lib/platform/errors";
import { lockImport, requireState } from "../access";
import { countRows } from "../count-rows";
import { CorrectRow } from "../input";
import { judgeRows } from "../judge-rows";
import { fieldLabel, whyField } from "../labels";
import { openImport } from "../open-import";

const open = ["good", "bad", "twin", "left_out", "failed"];

/**
 * Changes the cells of one row and rechecks it at once, or decides on one that resembles an existing case. The file
 * does not change.
 * @returns the remaining errors, each with its column from 0, or -1
 * @throws AppError conflict while it runs, or for a row that is a case
 */
export const correctRow = command({
  needs: "case.import",
  input: CorrectRow,
  async run(ctx, { importId, row: number, cells, decision, why }) {
    const list = await lockImport(ctx, importId);
    requireState(
      list,
      ["checked", "stopped", "done"],
      t("You can correct rows once the list has been checked and while it is not running."),
    );
    const [row] = await ctx.db
      .select()
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.row, number)));
    if (!row) throw new AppError("not_found", t("No such row."));
    if (!open.includes(row.state)) throw new AppError("conflict", t("This row is a case already."));
    const seals = await openImport(ctx, list);
    const mapping = seals.openMapping(list.mapping);
    if (!mapping) throw new AppError("conflict", t("Say first what the columns mean."));
    const before = seals.openCells(row.id, row.cells);
    const now = cells ? before.map((cell, at) => cells[at] ?? cell).concat(cells.slice(before.length)) : before;
    const by = { import: list, seals, mapping, law: await readLaw(ctx), within: "others" as const };
    const [judged] = await judgeRows(ctx, [{ id: row.id, row: number, cells: now }], by);
    if (!judged) throw new Error("A row was not judged.");
    if (decision === "import" && why) {
      const text = t("To be imported anyway, for this reason.");
      judged.messages.push({ kind: "warning", field: whyField, was: why, text });
    }
    const state = judged.state === "twin" && decision === "leave_out" ? ("left_out" as const) : judged.state;
    await ctx.db
      .update(importRows)
      .set({
        state,
        cells: seals.cells(row.id, now),
        said: seals.sealMessages(row.id, judged.messages),
        ...judged.marks,
        ...(decision ? { decision } : {}),
        doneAt: null,
      })
      .where(eq(importRows.id, row.id));
    // A list that was done has something to bring in again.
    const again = list.state === "done" && state !== "bad" && state !== "left_out";
    await ctx.db
      .update(imports)
      .set({ ...(await countRows(ctx, importId)), ...(again ? { state: "checked" as const } : {}) })
      .where(eq(imports.id, importId));
    const errors = judged.messages.filter(({ kind }) => kind === "error");
    const left = errors.map(({ field, text }) => ({ at: mapping.columns.indexOf(field), field, text }));
    const own = await listCustomFields(ctx, "case");
    return {
      value: { state, left: left.map((message) => ({ ...message, label: fieldLabel(message.field, own) })) },
      audit: { action: "import.row_mended", subjectId: importId, detail: { row: number, state } },
    };
  },
});
