import "server-only";
import { command } from "@/lib/access/command";
import { NoteCheck } from "@/lib/custody/input";
import { hashSentences } from "@/lib/custody/labels";
import { noteCustody } from "@/lib/custody/scope";
import { findExhibit } from "./scope";

/** Writes down what reading the stored bytes back found; see check-exhibit.ts, which reads them. */
export const noteCheck = command({
  needs: "case.write",
  input: NoteCheck,
  async run(ctx, { exhibitId, verified }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    await noteCustody(ctx, exhibit, {
      action: "hashed",
      purpose: verified ? hashSentences.same : hashSentences.other,
      verified,
    });
    return {
      value: { verified },
      audit: { action: "exhibit.checked", subjectId: exhibitId, caseId: exhibit.caseId, detail: { verified } },
    };
  },
});
