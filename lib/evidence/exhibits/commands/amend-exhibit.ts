import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { openVault } from "@/lib/kernel/access/vault";
import { findExhibit, requireCapturedBefore, requireOfCase } from "../access";
import { clearDetails } from "../clear-details";
import { currentDetails } from "../current-details";
import { AmendExhibit } from "../input";
import { openWords } from "../open-words";
import { isUnmarked } from "../rules";
import { saveLinks } from "../save-links";
import { sealWords } from "../seal-words";

/**
 * Changes the description of an exhibit. The original, its hash and its label do not change.
 * @throws ClashError; AppError invalid at `passkey` if it removes the mark of an intimate exhibit without fresh proof
 */
export const amendExhibit = command({
  needs: "case.write",
  input: AmendExhibit,
  async run(ctx, { exhibitId, version, ...details }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    const { keyId } = await lockCase(ctx, caseId);
    const before = await findExhibit(ctx, exhibitId);
    refuseOld(ctx, before.receivedAt);
    const vault = await openVault(ctx, keyId);
    await bumpRecordVersion(ctx, { record: exhibitId, seen: version, now: () => currentDetails(ctx, vault, before) });
    await requireOfCase(ctx, caseId, details);
    requireCapturedBefore(before.receivedAt, details);
    if (isUnmarked(before.sensitivity, details.sensitivity)) requireStepUp(ctx, "exhibit.unmark_intimate");
    const clear = clearDetails(details);
    const { description, words = null, sourceUrl = null, permalink = null } = details;
    const openedWords = openWords(vault, exhibitId, before);
    const fields = changed({ ...before, ...openedWords }, { ...clear, description, words, sourceUrl, permalink });
    await ctx.db
      .update(exhibits)
      .set({ ...clear, ...sealWords(vault, exhibitId, details) })
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.id, exhibitId)));
    await saveLinks(ctx, before, details.incidentIds);
    await touchCase(ctx, caseId);
    return {
      value: { id: exhibitId },
      audit: { action: "exhibit.amended", subjectId: exhibitId, caseId, detail: { fields } },
    };
  },
});

/** The names of what changed, for the log; never the values. */
function changed(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const text = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));
  return Object.keys(after).filter((key) => text(before[key]) !== text(after[key]));
}
