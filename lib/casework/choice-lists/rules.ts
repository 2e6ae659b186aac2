import { listChoices } from "@/lib/organisation/choices/rules";
import type {
  ChoiceLabels,
  ChoiceListName,
  ChoicesNow,
  ChoiceVersion,
  LabelLanguage,
} from "@/lib/organisation/choices/types";
import { labelLanguages } from "@/lib/organisation/choices/types";
import { t } from "@/lib/platform/language/translate";
import { choicesOfList, languageLabels, productLists } from "./labels";
import type { ChoiceOnDesk } from "./types";

type Set = Pick<ChoiceVersion, "choice" | "nearest" | "labels" | "isHidden" | "position">;

/** What will count once the drafts do. */
export function withDrafts<T extends Set>(now: readonly T[], drafts: readonly T[]): T[] {
  return [...now.filter(({ choice }) => !drafts.some((draft) => draft.choice === choice)), ...drafts];
}

/** The list as its administrator sees it, in its order. */
export function deskOf(list: ChoiceListName, now: ChoicesNow, drafts: ChoicesNow): ChoiceOnDesk[] {
  const { fallback, labels } = productLists[list];
  const set = withDrafts(now, drafts);
  return listChoices(choicesOfList(list), set).map((listed) => ({
    ...listed,
    labels: set.find(({ choice }) => choice === listed.choice)?.labels ?? {},
    countsAs: labels[listed.nearest] ?? listed.nearest,
    isFallback: listed.choice === fallback,
    isDraft: drafts.some(({ choice }) => choice === listed.choice),
  }));
}

/** What a change says, a sentence for each difference. */
export function differencesOf(list: ChoiceListName, before: Set | undefined, after: Set): string[] {
  const ours = productLists[list].labels[after.nearest] ?? after.nearest;
  const isOwn = after.choice !== after.nearest;
  const called = (labels: ChoiceLabels, language: LabelLanguage) =>
    labels[language] ?? (isOwn ? labels.en : null) ?? ours;
  const label = called(after.labels, "en");
  if (isOwn && !before) return [t("“{label}” was added. It counts as “{ours}”.", { label, ours })];
  const worded = labelLanguages.flatMap((language) => {
    const was = before?.labels[language];
    if (was === after.labels[language]) return [];
    const from = called(before?.labels ?? {}, language);
    const to = called(after.labels, language);
    return [t("{language}: “{from}” became “{to}”.", { language: languageLabels[language], from, to })];
  });
  const wasHidden = before?.isHidden ?? false;
  const hidden = after.isHidden ? t("“{label}” was hidden.", { label }) : t("“{label}” is offered again.", { label });
  const place = before?.position ?? choicesOfList(list).findIndex(({ key }) => key === after.choice);
  return [
    ...worded,
    ...(wasHidden === after.isHidden ? [] : [hidden]),
    ...(place === after.position ? [] : [t("“{label}” was moved.", { label })]),
  ];
}
