import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { custodyEvents } from "@/db/schema";
import { command } from "@/lib/access/command";
import type { Ctx, Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { noteCustody } from "@/lib/custody/scope";
import { readKeptText } from "@/lib/evidence/read-kept-text";
import { findExhibit } from "@/lib/evidence/scope";
import { AppError } from "@/lib/platform/errors";
import type { PlainText } from "@/lib/platform/sandbox/types";
import { ShowWords } from "./input";

const purpose = "Words shown on the screen";
const anHour = 3_600_000;

/**
 * The text of an exhibit for its page; null when it has none. Where the words themselves are shown, that is in the
 * ledger before they come back, once for a person and an hour. Words that are hard to read stay folded and are noted
 * when they are revealed, so nothing is noted for them here. @throws AppError not_found; StorageError
 */
export async function showWords(ctx: Ctx, caseId: string, exhibitId: string): Promise<PlainText | null> {
  const notes = await mustNote(ctx, caseId, exhibitId);
  const text = await readKeptText(ctx, exhibitId);
  if (text && notes) await noteWordsShown(ctx, { exhibitId });
  return text;
}

/** Writes into the ledger that a person saw the words. Two pages at the same moment make one line of it. */
export const noteWordsShown = command({
  needs: "case.write",
  input: ShowWords,
  async run(ctx, { exhibitId }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    const place = `words:${exhibitId}:${ctx.actor.memberId}`;
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`);
    if (!(await notedLately(ctx, exhibitId))) await noteCustody(ctx, exhibit, { action: "viewed", purpose });
    return {
      value: { caseId: exhibit.caseId },
      audit: { action: "exhibit.viewed", subjectId: exhibitId, caseId: exhibit.caseId, detail: { what: "text" } },
    };
  },
});

const mustNote = query("case.read", async (ctx, caseId: string, exhibitId: string): Promise<boolean> => {
  const { caseId: itsCase, sensitivity } = await findExhibit(ctx, exhibitId);
  if (itsCase !== caseId) throw new AppError("not_found", "No such exhibit.");
  return sensitivity === "ordinary" && !(await notedLately(ctx, exhibitId));
});

async function notedLately(ctx: Scoped, exhibitId: string): Promise<boolean> {
  const { by, action, at } = custodyEvents;
  const mine = and(eq(custodyEvents.exhibitId, exhibitId), eq(by, ctx.actor.memberId ?? ctx.orgId));
  const lately = and(eq(action, "viewed"), eq(custodyEvents.purpose, purpose));
  const since = gt(at, new Date(ctx.now.getTime() - anHour));
  const found = await ctx.db
    .select({ id: custodyEvents.id })
    .from(custodyEvents)
    .where(and(mine, lately, since));
  return found.length > 0;
}
