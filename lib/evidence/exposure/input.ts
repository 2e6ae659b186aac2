import { z } from "zod";
import { t } from "@/lib/platform/language/translate";

const page = z.coerce
  .number(t("Say which page."))
  .int(t("Say which page, as a whole number."))
  .min(1, t("Pages are counted from 1."))
  .max(100_000, t("No file here has so many pages."));

/** The browser's request: a page of the original, from 1, or of a masked copy of it. */
export const AskReveal = z.object({
  exhibitId: z.string(t("The exhibit is missing.")),
  page: page.default(1),
  /** The id of a masked copy; left out for the original. */
  derivativeId: z.uuid(t("The copy is not known.")).optional(),
});
export type AskReveal = z.output<typeof AskReveal>;

/** Which reading of the words, left out for the newest; or what a machine read in the pictures. */
export const AskWords = z.object({
  version: z.coerce.number().int().min(0).max(1000).optional(),
  of: z.literal("pictures").optional(),
});
export type AskWords = z.output<typeof AskWords>;

/** What is about to be shown. `page` is null if there are none. */
export const RevealExhibit = z.object({
  exhibitId: z.uuid(t("The exhibit is missing.")),
  what: z.enum(["picture", "page", "text"], "Say what is shown."),
  page: page.nullable().default(null),
  derivativeId: z.uuid(t("The copy is not known.")).optional(),
});
export type RevealExhibit = z.output<typeof RevealExhibit>;

/** Whose words are shown on a page. */
export const NoteWords = z.object({ exhibitId: z.uuid(t("The exhibit is missing.")) });

/** Which file's place is shown. */
export const ShowPlace = z.object({ exhibitId: z.uuid(t("The exhibit is missing.")) });
