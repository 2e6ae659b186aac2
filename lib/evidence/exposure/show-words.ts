import { t } from "@/lib/platform/language/translate";
import "server-only";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { listReadings } from "@/lib/evidence/exhibits/list-readings";
import { openReading } from "@/lib/evidence/exhibits/open-reading";
import { earlierLines, readsOtherwise } from "@/lib/evidence/exhibits/rules";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import type { PlainText } from "@/lib/platform/sandbox/types";
import { noteWords } from "./note-words";
import { notedLately } from "./noted-lately";

/** Words as a reader before this one showed them. */
type EarlierWords = { version: number; lines: string[]; cut: boolean };
/**
 * The newest reading of an exhibit. `again`: set if it is not the one from arrival, and what was shown before differs.
 */
export type ShownWords = PlainText & { again: { at: Date; before: EarlierWords[] } | null };

/**
 * The text of an exhibit for its page; null if it has none. If the words themselves are shown, the ledger records it
 * before they are returned, once per person and hour. Distressing words stay collapsed and are recorded when revealed,
 * so nothing is recorded for them here. @throws AppError not_found; StorageError
 */
export async function showWords(ctx: Ctx, caseId: string, exhibitId: string): Promise<ShownWords | null> {
  const notes = await mustNote(ctx, caseId, exhibitId);
  const text = await readShown(ctx, exhibitId);
  return text && notes && !(await isNoted(ctx, exhibitId)) ? null : text;
}

async function readShown(ctx: Ctx, exhibitId: string): Promise<ShownWords | null> {
  const { keyId, readings } = await listReadings(ctx, exhibitId);
  const [newest, ...earlier] = readings;
  if (!newest) return null;
  const files = await openFiles(ctx, keyId);
  const text = await openReading(files, newest);
  if (earlier.length === 0) return { ...text, again: null };
  const before: EarlierWords[] = [];
  for (const { version, fileId } of earlier) {
    const old = await openReading(files, { fileId });
    if (readsOtherwise(old, text)) before.push({ version, lines: earlierLines(old, text), cut: old.cut });
  }
  return { ...text, again: { at: newest.madeAt, before } };
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

const mustNote = query("case.read", async (ctx, caseId: string, exhibitId: string): Promise<boolean> => {
  const { caseId: itsCase, sensitivity } = await findExhibit(ctx, exhibitId);
  if (itsCase !== caseId) throw new AppError("not_found", t("No such exhibit."));
  return sensitivity === "ordinary" && !(await notedLately(ctx, exhibitId));
});
