import "server-only";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { listUnread } from "@/lib/evidence/picture-words/queries";
import { readPages } from "@/lib/evidence/picture-words/read-pages";
import type { ReadPage } from "@/lib/evidence/picture-words/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { noteWords } from "./note-words";
import { notedLately } from "./noted-lately";

/** `folded`: it is hard to read, so its words are not among `pages`. `waiting`: pictures that a job still reads. */
export type ShownPictureWords = { pages: ReadPage[]; folded: boolean; waiting: number };

/**
 * What a machine read in the pictures of an exhibit, for its page; null if it has none. As with the words of a mail, the
 * ledger records it before they are returned, once per person and hour; what is distressing stays folded and is
 * recorded when it is revealed. @throws AppError not_found; StorageError
 */
export async function showPictureWords(ctx: Ctx, caseId: string, exhibitId: string): Promise<ShownPictureWords | null> {
  const { folded, mustNote } = await askOf(ctx, caseId, exhibitId);
  const { unread } = await listUnread(ctx, exhibitId);
  const waiting = unread.filter(({ version }) => version === 0).length;
  const pages = await readPages(ctx, exhibitId);
  if (pages.length === 0) return waiting > 0 ? { pages, folded, waiting } : null;
  if (folded) return { pages: pages.map((page) => ({ ...page, lines: [], cut: false })), folded, waiting };
  const isSeen = pages.some(({ lines }) => lines.length > 0);
  return isSeen && mustNote && !(await isNoted(ctx, exhibitId)) ? null : { pages, folded, waiting };
}

/** A person with emergency access writes nothing on the case, so they cannot see what must be recorded. */
async function isNoted(ctx: Ctx, exhibitId: string): Promise<boolean> {
  try {
    await noteWords(ctx, { exhibitId });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") return false;
    throw error;
  }
}

const askOf = query("case.read", async (ctx, caseId: string, exhibitId: string) => {
  const { caseId: itsCase, sensitivity } = await findExhibit(ctx, exhibitId);
  if (itsCase !== caseId) throw new AppError("not_found", t("No such exhibit."));
  const folded = sensitivity !== "ordinary";
  return { folded, mustNote: !folded && !(await notedLately(ctx, exhibitId)) };
});
