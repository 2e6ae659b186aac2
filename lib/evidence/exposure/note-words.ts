import "server-only";
import { sql } from "drizzle-orm";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { NoteWords } from "./input";
import { wordsPurpose } from "./labels";
import { notedLately } from "./noted-lately";

/**
 * Writes into the ledger of an exhibit that a person sees its words on its page. Two pages at the same moment make one
 * line of it. @throws AppError not_found
 */
export const noteWords = command({
  needs: "case.write",
  input: NoteWords,
  async run(ctx, { exhibitId }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    const place = `words:${exhibitId}:${ctx.actor.memberId}`;
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`);
    const lately = await notedLately(ctx, exhibitId);
    if (!lately) await noteCustody(ctx, exhibit, { action: "viewed", purpose: wordsPurpose });
    return {
      value: { caseId: exhibit.caseId },
      audit: { action: "exhibit.viewed", subjectId: exhibitId, caseId: exhibit.caseId, detail: { what: "text" } },
    };
  },
});
