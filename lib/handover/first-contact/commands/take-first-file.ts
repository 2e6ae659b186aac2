import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { handovers } from "@/db/schema";
import { findHandoverToHandOut, findPart } from "@/lib/handover/handovers/access";
import { describePart } from "@/lib/handover/handovers/labels";
import { noteEvent } from "@/lib/handover/handovers/note-event";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { TakeFirstFile } from "../input";

/**
 * The officer downloads one file through a link. One of three downloads is used up before the first byte is sent; a
 * denied download is recorded and returns null.
 * @returns the location of the file (null for the folder), and how many downloads are left
 * @throws AppError not_found, conflict; in any context but that of a link
 */
export const takeFirstFile = command({
  needs: "handover.read",
  input: TakeFirstFile,
  async run(ctx, { handoverId, part }) {
    const { handover } = await findHandoverToHandOut(ctx, handoverId);
    const file = part === "folder" ? null : (await findPart(ctx, handoverId, part)).file;
    const [row] = await ctx.db.execute<{ left: number }>(sql`select app.take_first_file(${part}) as left`);
    if (!row) throw new AppError("not_found", t("No such file."));
    const about = { subjectId: handoverId, caseId: handover.caseId, detail: { part } };
    if (row.left < 0) return { value: null, audit: { action: "handover.download_refused", ...about } };
    await ctx.db
      .update(handovers)
      .set({ downloadedAt: ctx.now })
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId), isNull(handovers.downloadedAt)));
    await noteEvent(ctx, handover, "downloaded", `${wordsFor(part)}. Through the link`);
    return { value: { file, left: row.left }, audit: { action: "handover.downloaded", ...about } };
  },
});

function wordsFor(part: z.output<typeof TakeFirstFile>["part"]): string {
  return part === "folder" ? "The whole packet" : describePart(part);
}
