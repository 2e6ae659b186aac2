"use server";

import { formAction } from "@/app/form-action";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { coverWords } from "@/lib/evidence/redactions/cover-words";
import { liftWordCover } from "@/lib/evidence/redactions/lift-word-cover";
import { t } from "@/lib/platform/language/translate";

const covered = t("Covered in every packet built from now on. Check them under “As it will be printed”.");
const stillShown = t(
  "Versions that were approved before keep what they show: withdraw them if these words must not be read there.",
);

export const coverWordsAction = formAction(coverWords, {
  refresh: "/cases/[caseId]",
  saved: ({ approvedBefore }) => (approvedBefore ? `${covered} ${stillShown}` : covered),
});

export const liftWordCoverAction = formAction(liftWordCover, {
  refresh: "/cases/[caseId]",
  saved: t("Cover removed. Packets built from now on print these words where no other cover hides them."),
});

/** Shows the words to this person for a while, and writes down that they were read. */
export const unfoldWordsAction = formAction(revealExhibit, {
  input: (form) => ({ exhibitId: String(form.get("exhibitId")), what: "text" }),
  refresh: "/cases/[caseId]",
});
