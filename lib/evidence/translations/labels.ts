import { t } from "@/lib/platform/language/translate";

/** Shown where the numbers are asked for. */
export const placeHint = t(
  "The number of one message; of a mail or a text the lines, such as 3 to 8; of a picture its page.",
);

export const coveredHint = t(
  "Where the original is covered, write [covered] in the translation too, as often as it is covered there.",
);
