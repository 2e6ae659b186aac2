import "server-only";
import { and, eq } from "drizzle-orm";
import { derivatives } from "@/db/schema";
import { openFiles } from "@/lib/access/case-files";
import type { Ctx } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import type { PlainText } from "@/lib/platform/sandbox/types";
import { findExhibit } from "./scope";

const whereText = query("case.read", async (ctx, exhibitId: string) => {
  const { id, keyId } = await findExhibit(ctx, exhibitId);
  const theirs = and(eq(derivatives.exhibitId, id), eq(derivatives.kind, "text"));
  const [row] = await ctx.db.select({ fileId: derivatives.fileId }).from(derivatives).where(theirs);
  return { keyId, fileId: row?.fileId ?? null };
});

/**
 * The text of a text file or a mail as the sandbox read it when it arrived; null for any other file, and for what an
 * earlier release looked into. @throws AppError not_found; StorageError not_found | broken | away
 */
export async function readKeptText(ctx: Ctx, exhibitId: string): Promise<PlainText | null> {
  const { keyId, fileId } = await whereText(ctx, exhibitId);
  if (fileId === null) return null;
  const { stream } = await (await openFiles(ctx, keyId)).open(fileId);
  return JSON.parse(await new Response(stream).text()) as PlainText;
}
