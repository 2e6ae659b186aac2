import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { Answer } from "./types";

/** What kind of word raised the question, by the key of its group. */
const kinds: Record<string, string> = {
  harm: t("Harm to a person"),
  weapon: t("A weapon"),
  watching: t("Watching and finding"),
  day: t("A day"),
  place: t("A place"),
  journey: t("A journey"),
  children: t("Children or their school"),
  work: t("The place of work"),
};

export const kindLabel = (key: string): string => kinds[key] ?? key;

export const answerLabels: Record<Answer, { label: string; hint: string }> = labelTable(() => ({
  imminent: {
    label: t("Imminent"),
    hint: t("Death or serious injury may happen soon. Phone first, then write it down here."),
  },
  serious: {
    label: t("Serious, but not imminent"),
    hint: t("It has to be taken seriously, and nothing says that it happens now."),
  },
  none: { label: t("No danger seen"), hint: t("The words are about something else, or the day has passed.") },
}));
