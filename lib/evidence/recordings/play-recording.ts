import "server-only";
import { exposures } from "@/db/schema";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { requirePlayable } from "./access";
import { PlayRecording } from "./input";

const purposes = { sound: "Played on the screen: sound", film: "Played on the screen: film" } as const;

/**
 * Writes down that a person is about to play a recording: in its ledger, in the log and in their exposure count. Only
 * after it the bytes are served to them. Each play from the start is one more.
 * @throws AppError conflict for what is not played, under an image stop, or for a file that the scanner holds
 */
export const playRecording = command({
  needs: "case.write",
  input: PlayRecording,
  rateLimit: "look",
  async run(ctx, { exhibitId }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person plays a recording."));
    const exhibit = await findExhibit(ctx, exhibitId);
    const { caseId } = exhibit;
    const look = exhibit.lookedAt ? (exhibit.look as ExhibitLook) : null;
    const { as: what } = await requirePlayable(ctx, { id: exhibitId, caseId, look });
    await noteCustody(ctx, exhibit, { action: "viewed", purpose: purposes[what] });
    await ctx.db.insert(exposures).values({
      id: newId(),
      orgId: ctx.orgId,
      caseId,
      exhibitId,
      memberId,
      what,
      page: null,
      at: ctx.now,
    });
    return { value: { caseId }, audit: { action: "exhibit.played", subjectId: exhibitId, caseId, detail: { what } } };
  },
});
