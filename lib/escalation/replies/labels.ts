import { t } from "@/lib/platform/language/translate";
import type { ReplyMeaning } from "./types";

/** What a call, a letter or a reply means for the step. */
export const meaningLabels: Record<ReplyMeaning, string> = {
  nothing: t("Nothing yet. We still wait"),
  begun: t("Work on it has begun"),
  part: t("An answer, and the step goes on"),
  all: t("Their answer: it closes the step"),
};
