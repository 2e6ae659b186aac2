import "server-only";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { refuseWhileStopped } from "@/lib/casework/minors-stop/access";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { keepDerivative } from "@/lib/evidence/derivatives/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { KeepPicture } from "./input";

/**
 * Records the picture of a page with its hash in the ledger, or the reason why it has none. The original does not
 * change.
 */
export const keepPicture = command({
  needs: "job.run",
  input: KeepPicture,
  async run(ctx, { exhibitId, page, made, cut, problem }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockAnyCase(ctx, caseId);
    await refuseWhileStopped(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    const id = await keepDerivative(ctx, exhibit, made);
    if (problem === null) {
      await noteCustody(ctx, exhibit, {
        action: "copied",
        purpose: made.kind === "inside" ? ofPicture(page) : ofPage(page, cut),
        sha256After: made.sha256,
        derivativeId: id,
      });
    }
    return {
      value: { id },
      audit: {
        action: "exhibit.page_drawn",
        subjectId: exhibitId,
        caseId,
        detail: { page, problem, sha256: made.sha256 },
      },
    };
  },
});

const ofPage = (page: number, cut: boolean): string =>
  `Picture drawn of page ${page} from what the file holds, without scripts and without a network${cut ? "; only its beginning, since it is very long" : ""}; the original is unchanged`;

const ofPicture = (number: number): string => `Picture ${number} in the file drawn afresh; the original is unchanged`;
