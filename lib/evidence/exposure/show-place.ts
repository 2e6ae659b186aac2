import "server-only";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { ShowPlace } from "./input";
import { placePurpose } from "./labels";

/**
 * Writes into the ledger of an exhibit that a person asks where its file says that it was made: for an hour its page
 * shows them the place, which may be where the client lives. @throws AppError not_found
 */
export const showPlace = command({
  needs: "case.write",
  input: ShowPlace,
  async run(ctx, { exhibitId }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    await noteCustody(ctx, exhibit, { action: "viewed", purpose: placePurpose });
    return {
      value: { caseId: exhibit.caseId },
      audit: { action: "exhibit.viewed", subjectId: exhibitId, caseId: exhibit.caseId, detail: { what: "place" } },
    };
  },
});
