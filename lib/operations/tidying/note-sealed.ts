import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { exhibits, packets } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { NoteSealed } from "./input";

/**
 * Names the sealed file of a row that had a plain one. Once: what has a sealed file keeps it.
 * @throws AppError conflict when the row is not there or has its file already
 */
export const noteSealed = command({
  needs: "job.run",
  input: NoteSealed,
  async run(ctx, { of, id, fileId }) {
    const table = of === "exhibit" ? exhibits : packets;
    const [row] = await ctx.db
      .update(table)
      .set({ fileId })
      .where(and(eq(table.orgId, ctx.orgId), eq(table.id, id), isNull(table.fileId)))
      .returning({ caseId: table.caseId });
    if (!row) throw new AppError("conflict", t("The file is sealed already."));
    const action = of === "exhibit" ? "exhibit.sealed" : "packet.sealed";
    return { value: { fileId }, audit: { action, subjectId: id, caseId: row.caseId, detail: {} } };
  },
});
