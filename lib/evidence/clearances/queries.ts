import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { PrintPlan } from "@/lib/evidence/exhibits/input";
import { query } from "@/lib/kernel/access/query";
import { isId } from "@/lib/platform/ids";
import { readMasks, viewPictures } from "./access";
import { picturesOf } from "./rules";
import type { PictureView } from "./types";

/** The pictures of the exhibits of a case that a packet would serve, or of one of them. @throws AppError not_found */
export const listPictures = query(
  "case.read",
  async (ctx, caseId: string, exhibitId?: string): Promise<PictureView[]> => {
    await findCase(ctx, caseId);
    const condition = exhibitId !== undefined && isId(exhibitId) ? eq(exhibits.id, exhibitId) : undefined;
    const { id, sha256, size, look } = exhibits;
    const rows = await ctx.db
      .select({ id, sha256, size, look })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), condition))
      .orderBy(asc(exhibits.number));
    const masksOf = await readMasks(
      ctx,
      rows.map((row) => row.id),
    );
    const pictures = rows.flatMap(({ look: found, ...row }) => {
      const print = PrintPlan.safeParse(found.print).data ?? null;
      const mime = typeof found.mime === "string" ? found.mime : "application/octet-stream";
      return picturesOf({ ...row, mime, print }, masksOf(row.id)) ?? [];
    });
    return viewPictures(ctx, caseId, pictures);
  },
);
