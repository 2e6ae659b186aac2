import { z } from "zod";
import { optionalText, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { wordProblems } from "./labels";
import type { WordingKey } from "./languages/en";
import { clientLanguages, placeholdersOf, textKeys, whyNotWords } from "./rules";

/** English is what a translation is compared with, and stays ours. */
const language = z.enum(clientLanguages, t("Choose a language.")).exclude(["en"], t("Choose a language."));
const key = z.enum(textKeys as [WordingKey, ...WordingKey[]], t("There is no such text."));

export const ConfirmText = z.object({
  language,
  key,
  /** The hash of the text that was shown: another one was not confirmed. */
  seen: z.string().regex(/^[0-9a-f]{64}$/, t("Reload the page, and read the text again.")),
  speaker: requiredText(t("Type the name of the person who speaks the language and read it."), 120),
});

export const RewordText = z
  .object({
    language,
    key,
    words: requiredText(t("Type the text."), 2000),
    /** Who speaks the language and confirmed these words; nobody yet when left out. */
    speaker: optionalText(120),
  })
  .superRefine(({ key: of, words }, ctx) => {
    const why = whyNotWords(of, words);
    if (why) ctx.addIssue({ code: "custom", path: ["words"], message: wordProblems[why](placeholdersOf(of)) });
  });

export const ReturnText = z.object({ language, key });
