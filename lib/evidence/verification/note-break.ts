import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { custodyEvents } from "@/db/schema";
import { hashSentences } from "@/lib/evidence/custody/labels";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { NoteBreak } from "./input";

/**
 * Records a break found by a nightly check: in the log, and in the exhibit's ledger if its own bytes are not those that
 * arrived. What the ledger already says is not repeated each month. @throws AppError not_found
 */
export const noteBreak = command({
  needs: "job.run",
  input: NoteBreak,
  async run(ctx, { exhibitId, kind }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    const custody = kind === "original" && !(await isKnown(ctx, exhibitId));
    if (custody) {
      const purpose = written(() => hashSentences.other);
      await noteCustody(ctx, exhibit, { action: "hashed", purpose, verified: false });
    }
    return {
      value: { custody },
      audit: { action: "evidence.check_failed", subjectId: exhibitId, caseId: exhibit.caseId, detail: { kind } },
    };
  },
});

async function isKnown(ctx: TxCtx, exhibitId: string): Promise<boolean> {
  const [last] = await ctx.db
    .select({ verified: custodyEvents.verified })
    .from(custodyEvents)
    .where(and(eq(custodyEvents.exhibitId, exhibitId), eq(custodyEvents.action, "hashed")))
    .orderBy(desc(custodyEvents.seq))
    .limit(1);
  return last?.verified === false;
}
