import "server-only";
import { eq, max } from "drizzle-orm";
import { bodyImportRows, bodyImports, organisations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { insertMany, planForMany, writerOf } from "@/lib/organisation/bodies/access";
import { newId } from "@/lib/platform/ids";
import { listKnown } from "../access";
import { StartBodyImport } from "../input";
import { guessColumns, judgeRows } from "../rules";

/**
 * Keeps a list of bodies that was read, with the probable meaning of its columns and what each row would do. Nothing of
 * it is in the directory before somebody says so.
 */
export const startBodyImport = command({
  needs: "directory.write",
  input: StartBodyImport,
  async run(ctx, { fileName, headers, rows }) {
    const startedBy = writerOf(ctx);
    const mine = eq(organisations.id, ctx.orgId);
    // Numbers follow each other, so two that start at once wait for one another.
    await ctx.db.select({ id: organisations.id }).from(organisations).where(mine).for("update");
    const [last] = await ctx.db
      .select({ number: max(bodyImports.number) })
      .from(bodyImports)
      .where(eq(bodyImports.orgId, ctx.orgId));
    const id = newId();
    const number = (last?.number ?? 0) + 1;
    const columns = guessColumns(headers);
    await ctx.db.insert(bodyImports).values({
      id,
      number,
      fileName,
      headers,
      columns,
      fixed: {},
      startedBy,
      orgId: ctx.orgId,
      state: "checked" as const,
      startedAt: ctx.now,
    });
    const judged = judgeRows(rows, { columns, fixed: {} }, await listKnown(ctx));
    await planForMany(ctx);
    await insertMany(
      ctx,
      bodyImportRows,
      judged.map(({ row, cells, state, messages, known }) => ({
        id: newId(),
        orgId: ctx.orgId,
        importId: id,
        row,
        state,
        messages,
        cells: [...cells],
        bodyId: known?.bodyId ?? null,
        lawKey: known && !known.bodyId ? known.lawKey : null,
      })),
    );
    const detail = { number, rows: rows.length };
    return { value: { id }, audit: { action: "body_import.started", subjectId: id, detail } };
  },
});
