import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { importRows, imports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { officeCountry } from "@/lib/law/office/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { newId } from "@/lib/platform/ids";
import { dayOrderOf } from "@/lib/platform/text/typed-dates";
import { lockImport, requireState } from "../access";
import { countRows } from "../count-rows";
import { NoteRows } from "../input";
import { openImport } from "../open-import";
import { guessDates, guessMapping } from "../rules";
import type { Head, SheetNotes } from "../types";

const sampleRows = 3;

/**
 * Stores a batch of what was read, encrypted; a batch already stored is skipped. The header comes with the first batch,
 * the end with the last.
 * @throws AppError conflict if the list is no longer being read
 */
export const noteRows = command({
  needs: "job.run",
  input: NoteRows,
  async run(ctx, { importId, rows, headers, ending }) {
    const row = await lockImport(ctx, importId);
    requireState(row, ["reading"], t("This list was read already."));
    const seals = await openImport(ctx, row);
    if (rows.length > 0) {
      const values = rows.map((row) => {
        const id = newId();
        const cells = seals.cells(id, row.cells);
        return { id, orgId: ctx.orgId, importId, row: row.row, cells, state: "unchecked" as const };
      });
      await ctx.db.insert(importRows).values(values).onConflictDoNothing();
    }
    const head: Head = seals.openHead(row.head) ?? { headers: [], samples: [], notes: null, unknown: [] };
    if (headers) head.headers = headers;
    for (const { cells } of rows) if (head.samples.length < sampleRows) head.samples.push(cells);
    if (ending?.notes) head.notes = ending.notes as SheetNotes;
    const { rows: found } = await countRows(ctx, importId);
    const failed = ending && (found === 0 || ending.problem !== null);
    const mapping = guessMapping(head.headers, await readLaw(ctx), await listCustomFields(ctx, "case"));
    const dated = mapping.columns.flatMap((key, at) =>
      key && /(when|On)$/.test(key) ? head.samples.map((cells) => cells[at] ?? "") : [],
    );
    mapping.dates = guessDates(dated) ?? dayOrderOf(officeCountry().code);
    await ctx.db
      .update(imports)
      .set({
        head: seals.head(head),
        rows: found,
        ...(ending
          ? {
              state: failed ? ("failed" as const) : ("mapping" as const),
              format: ending.format,
              problem: failed ? (ending.problem ?? "empty") : null,
              mapping: seals.mapping(mapping),
              finishedAt: failed ? ctx.now : null,
            }
          : {}),
      })
      .where(eq(imports.id, importId));
    const ended = ending ? (ending.problem ?? "read") : "reading";
    return { value: null, audit: { action: "import.rows_read", subjectId: importId, detail: { rows: found, ended } } };
  },
});
