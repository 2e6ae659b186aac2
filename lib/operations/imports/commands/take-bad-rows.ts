import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import { among } from "@/db/among";
import { importRows } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { writeCsv } from "@/lib/platform/sheets/sheet";
import { findImport } from "../access";
import { OneImport } from "../input";
import { fieldLabel } from "../labels";
import { openImport } from "../open-import";
import type { RowState } from "../types";

const batch = 2000;
const wanted: RowState[] = ["bad", "failed"];

/**
 * The rows that need correction as a CSV with the file's own columns, the row number before them and the errors after
 * them. Formulas are defused. Its contents are encrypted here and plain there, so it is logged.
 */
export const takeBadRows = command({
  needs: "case.import",
  input: OneImport,
  async run(ctx, { importId }) {
    const list = await findImport(ctx, importId);
    const seals = await openImport(ctx, list);
    const headers = seals.openHead(list.head)?.headers ?? [];
    const pieces: string[] = [writeCsv([["Row", ...headers, t("What to correct")]])];
    const own = await listCustomFields(ctx, "case");
    let count = 0;
    for (let after = 0; ; ) {
      const rows = await ctx.db
        .select()
        .from(importRows)
        .where(and(eq(importRows.importId, importId), among(importRows.state, wanted), gt(importRows.row, after)))
        .orderBy(asc(importRows.row))
        .limit(batch);
      const lines = rows.map((row) => {
        const cells = seals.openCells(row.id, row.cells);
        const errors = seals.openMessages(row.id, row.said).filter(({ kind }) => kind === "error");
        const toCorrect = errors.map(({ field, text }) => `${fieldLabel(field, own)}: ${text}`).join(" ");
        return [row.row, ...headers.map((_, at) => cells[at] ?? ""), toCorrect];
      });
      if (lines.length > 0) pieces.push(writeCsv(lines).slice(1));
      count += rows.length;
      after = rows.at(-1)?.row ?? 0;
      if (rows.length < batch) break;
    }
    return {
      value: { csv: pieces.join(""), name: `list-${list.number}-to-mend.csv` },
      audit: { action: "import.bad_rows_taken", subjectId: importId, detail: { rows: count } },
    };
  },
});
