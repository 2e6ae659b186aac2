import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { rangeIn } from "./rules";
import { languages, translatedOf } from "./types";

const longest = 6000;

const words = (missing: string) =>
  z.string(missing).trim().min(1, missing).max(longest, t("Use at most {longest} characters.", { longest }));

const shared = {
  exhibitId: z.uuid(t("The exhibit is missing.")),
  words: words(t("Write the translation.")),
  language: z.enum(languages, t("Say from which language.")),
  translator: z
    .string(t("Say who translated it."))
    .trim()
    .min(2, t("Say who translated it."))
    .max(200, t("Use at most 200 characters.")),
  standing: z.string().trim().max(300, t("Use at most 300 characters.")).default(""),
  translatedOn: z.union([z.literal(""), z.iso.date(t("Give the day as year, month, day."))]).default(""),
  signedIn: z.union([z.literal(""), z.uuid(t("Choose an exhibit of this case."))]).default(""),
};

type Sworn = { sworn: boolean; standing: string; translatedOn: string };

const needsStanding = ({ sworn, standing, translatedOn }: Sworn, ctx: z.RefinementCtx) => {
  if (!sworn) return;
  if (standing === "")
    ctx.addIssue({
      code: "custom",
      path: ["standing"],
      message: t("Of a sworn translator say who admitted them, when, and under which number."),
    });
  if (translatedOn === "")
    ctx.addIssue({ code: "custom", path: ["translatedOn"], message: t("Give the day of the sworn translation.") });
};

/** A translation as typed: of the words that are read at `place`, or of those that stand on a page. */
export const TranslateWords = z
  .object({
    ...shared,
    place: z
      .string(t("Say where the words stand."))
      .refine((place) => rangeIn(place) !== null, t("Give a number, or two such as 3 to 8.")),
    original: z.string().trim().max(longest, t("Use at most {longest} characters.", { longest })).default(""),
    sworn: z.enum(["yes", "no"], t("Say whether the translator is sworn.")),
  })
  .superRefine(({ sworn, ...given }, ctx) => needsStanding({ ...given, sworn: sworn === "yes" }, ctx));

/** A translation whose original was found in the exhibit, or typed from its page. */
export const KeepTranslation = z
  .object({
    ...shared,
    of: z.enum(translatedOf),
    from: z.int().min(1),
    to: z.int().min(1),
    reading: z.uuid().nullable(),
    original: words(t("Write the words as they stand in the picture.")),
    sworn: z.boolean(),
  })
  .superRefine(needsStanding);

export const WithdrawTranslation = z.object({ translationId: z.uuid(t("The translation is missing.")) });
