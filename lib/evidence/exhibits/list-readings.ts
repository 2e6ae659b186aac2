import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { derivatives } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { findExhibit } from "./access";
import type { Reading } from "./types";

/**
 * When and by which parser the words of an exhibit were read, newest first; empty if it has no words or was inspected
 * by an earlier release. @throws AppError not_found
 */
export const listReadings = query("case.read", async (ctx, exhibitId: string) => {
  const { id, keyId } = await findExhibit(ctx, exhibitId);
  const { version, madeAt, tool, fileId } = derivatives;
  const readings: Reading[] = await ctx.db
    .select({ version, madeAt, tool, fileId })
    .from(derivatives)
    .where(and(eq(derivatives.exhibitId, id), eq(derivatives.kind, "text")))
    .orderBy(desc(version));
  return { keyId, readings };
});
