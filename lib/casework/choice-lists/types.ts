import type { ListedChoice } from "@/lib/organisation/choices/rules";
import type { ChoiceLabels, ChoiceListName } from "@/lib/organisation/choices/types";

/** One choice for its administrator, as it will be once the drafts count. */
export type ChoiceOnDesk = ListedChoice & {
  /** The organisation's words by language; empty for ours. */
  labels: ChoiceLabels;
  /** Our words for what it counts as. */
  countsAs: string;
  /** It cannot be hidden: it takes what fits nothing else. */
  isFallback: boolean;
  isDraft: boolean;
};

export type ChoiceListChange = {
  id: string;
  by: string;
  at: Date;
  /** What changed, a sentence each. */
  differences: readonly string[];
};

/** A list for its administrator. */
export type ChoiceListDesk = {
  list: ChoiceListName;
  choices: readonly ChoiceOnDesk[];
  /** What does not count yet: what would change, and the ids of the drafts, so that only what was seen is published. */
  draft: { seen: string; differences: readonly string[] } | null;
  /** The newest first. */
  changes: readonly ChoiceListChange[];
};
