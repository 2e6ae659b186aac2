import "server-only";
import { command } from "@/lib/access/command";
import { NoteHandling } from "@/lib/custody/input";
import { noteCustody } from "@/lib/custody/scope";
import { findExhibit } from "./scope";

const lines = {
  downloaded: { action: "copied", purpose: "Downloaded" },
  downloaded_part: { action: "copied", purpose: "Downloaded in part" },
} as const;

/** Writes down that the product hands out an original, before it does. @throws AppError not_found */
export const noteHandling = command({
  needs: "case.write",
  input: NoteHandling,
  async run(ctx, { exhibitId, handling }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    await noteCustody(ctx, exhibit, lines[handling]);
    return {
      value: { caseId: exhibit.caseId },
      audit: { action: "exhibit.downloaded", subjectId: exhibitId, caseId: exhibit.caseId, detail: {} },
    };
  },
});
