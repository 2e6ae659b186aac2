import { actNatures, caseOutcomes, eventNatures } from "@/lib/casework/cases/labels";
import { serviceKindLabels } from "@/lib/casework/services/labels";
import { choicesIn } from "@/lib/organisation/choices/rules";
import type { ChoiceListName, LabelLanguage, ProductChoice } from "@/lib/organisation/choices/types";
import { t } from "@/lib/platform/language/translate";

/** `fallback`: the key of what fits nothing else, which no list is without. */
type ProductList = { name: string; about: string; fallback: string; labels: Readonly<Record<string, string>> };

/** The lists of ours on which no law and no rule of a receiver hangs, once a choice counts as one of ours. */
export const productLists: Record<ChoiceListName, ProductList> = {
  act: {
    name: t("What the subject did"),
    about: t("Asked of each incident that is an act. Packets count it as ours."),
    fallback: "other_act",
    labels: actNatures,
  },
  event: {
    name: t("Other events"),
    about: t("Asked of each incident that is another event."),
    fallback: "other_event",
    labels: eventNatures,
  },
  outcome: {
    name: t("How a case ended"),
    about: t("Asked when a case is closed, and in imports."),
    fallback: "other",
    labels: caseOutcomes,
  },
  service: {
    name: t("Kinds of services"),
    about: t("Asked of each service to which clients are referred."),
    fallback: "other",
    labels: serviceKindLabels,
  },
};

export const choicesOfList = (list: ChoiceListName): ProductChoice[] => choicesIn(productLists[list].labels);

export const languageLabels: Record<LabelLanguage, string> = { en: t("English"), af: t("Afrikaans") };
