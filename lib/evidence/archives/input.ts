import { z } from "zod";
import { MadeFile } from "@/lib/evidence/derivatives/input";
import { t } from "@/lib/platform/language/translate";
import { notDrawnReasons } from "./types";

const exhibitId = z.uuid(t("The exhibit is missing."));
const page = z.coerce
  .number(t("Choose a page."))
  .int(t("Choose a page."))
  .min(1, t("Choose a page."))
  .max(200, t("Choose a page."));

/** A page of a saved page or an archive, counted from 1. */
export const AskPicture = z.object({ exhibitId, page });

/** What a job drew of a page, or why it could not. */
export const KeepPicture = z.object({
  exhibitId,
  page,
  made: MadeFile,
  cut: z.boolean(),
  problem: z.enum(notDrawnReasons).nullable(),
});

/** A member of an archive, by its place in the list, with the hash under which it was listed. */
export const TakeOutMember = z.object({
  exhibitId,
  index: z.coerce
    .number(t("Choose a file."))
    .int(t("Choose a file."))
    .min(0, t("Choose a file."))
    .max(1000, t("Choose a file.")),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, t("Choose a file.")),
  description: z
    .string(t("Say in one line what this shows."))
    .trim()
    .min(3, t("Say in one line what this shows."))
    .max(300, t("The description is longer than 300 characters.")),
});

/** That a member became an exhibit of its own. */
export const NoteTakenOut = z.object({ exhibitId, takenId: z.uuid(t("The exhibit is missing.")) });
