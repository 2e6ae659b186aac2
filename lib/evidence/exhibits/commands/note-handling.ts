import "server-only";
import { refuseWhileStopped } from "@/lib/casework/minors-stop/access";
import { NoteHandling } from "@/lib/evidence/custody/input";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { refuseHeld } from "@/lib/evidence/scans/access";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { findExhibit } from "../access";

const lines = {
  downloaded: { action: "copied", purpose: "Downloaded: the original" },
  downloaded_part: { action: "copied", purpose: "Downloaded in part: the original" },
} as const;

/**
 * Records that the product hands out an original, before it does.
 * @throws AppError not_found; invalid at `passkey` for an intimate one without fresh proof; conflict under a stop, or
 * for a file that the virus scanner has not called clean
 */
export const noteHandling = command({
  needs: "case.write",
  input: NoteHandling,
  rateLimit: "look",
  async run(ctx, { exhibitId, handling }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    if (exhibit.sensitivity === "intimate") requireStepUp(ctx, "exhibit.take_intimate");
    await refuseWhileStopped(ctx, exhibit.caseId);
    const { letOut } = await refuseHeld(ctx, exhibitId);
    const { action, purpose } = lines[handling];
    await noteCustody(ctx, exhibit, { action, purpose: letOut ? `${purpose}, let out of quarantine` : purpose });
    return {
      value: { caseId: exhibit.caseId, letOut },
      audit: { action: "exhibit.downloaded", subjectId: exhibitId, caseId: exhibit.caseId, detail: {} },
    };
  },
});
