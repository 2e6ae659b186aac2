import { t } from "@/lib/platform/language/translate";
import type { whyNotWords } from "./rules";
import type { TextView } from "./types";

/** What is wrong with own words, by the placeholders that the text needs. */
export const wordProblems: Record<NonNullable<ReturnType<typeof whyNotWords>>, (needed: string) => string> = {
  fixed: () => t("This text stays as it is: it has to be neutral on every phone."),
  braces: () => t("Use braces for placeholders only."),
  placeholders: (needed) =>
    needed
      ? t("Use each of these placeholders exactly as often as the English does: {needed}", { needed })
      : t("This text has no placeholders."),
  numbers: () => t("Use the same numbers as the English."),
};

export const textStates: Record<TextView["state"], string> = {
  confirmed: t("Confirmed by a speaker"),
  unconfirmed: t("Not yet confirmed by a speaker"),
  lapsed: t("Changed since it was confirmed"),
};
