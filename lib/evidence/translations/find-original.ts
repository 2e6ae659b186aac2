import "server-only";
import { and, asc, between, eq } from "drizzle-orm";
import { chatMessages } from "@/db/schema";
import { requireChangeable } from "@/lib/casework/cases/access";
import { messagePlace } from "@/lib/evidence/chats/rules";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { listReadings } from "@/lib/evidence/exhibits/list-readings";
import { openReading } from "@/lib/evidence/exhibits/open-reading";
import { readingOf } from "@/lib/evidence/redactions/reading-of";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import type { TranslatedOf } from "./types";

/** `words`: as read at that place; null where a person has to type them from a page, or nothing stands there. */
export type Original = { of: TranslatedOf; reading: string | null; words: string | null };

/**
 * The words that stand at a place of an exhibit, for a person who may change its case.
 * @throws AppError not_found; conflict for a case that is closed or restricted; StorageError
 */
export async function findOriginal(
  ctx: Ctx,
  exhibitId: string,
  { from, to }: { from: number; to: number },
): Promise<Original> {
  const { reading, keyId, readings, words } = await findInChat(ctx, exhibitId, from, to);
  if (!reading) return { of: "page", reading: null, words: null };
  if (reading.of === "message") return { of: "message", reading: reading.id, words };
  const [newest] = readings;
  if (!newest) return { of: "page", reading: null, words: null };
  const { lines } = await openReading(await openFiles(ctx, keyId), newest);
  const found =
    to > lines.length
      ? ""
      : lines
          .slice(from - 1, to)
          .join("\n")
          .trim();
  return { of: "line", reading: newest.fileId, words: found || null };
}

const findInChat = query("case.write", async (ctx, exhibitId: string, from: number, to: number) => {
  const exhibit = await findExhibit(ctx, exhibitId);
  await requireChangeable(ctx, exhibit.caseId);
  const { keyId, readings } = await listReadings(ctx, exhibitId);
  const reading = await readingOf(ctx, exhibitId);
  if (reading?.of !== "message") return { reading, keyId, readings, words: null };
  const vault = await openVault(ctx, keyId);
  const rows = await ctx.db
    .select({ id: chatMessages.id, words: chatMessages.words })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.orgId, ctx.orgId),
        eq(chatMessages.importId, reading.id),
        between(chatMessages.seq, from, to),
      ),
    )
    .orderBy(asc(chatMessages.seq))
    .limit(2);
  const [first] = rows;
  const words = first ? vault.openMaybe(messagePlace(first.id, "words"), first.words) : null;
  return { reading, keyId, readings, words: words?.trim() || null };
});
