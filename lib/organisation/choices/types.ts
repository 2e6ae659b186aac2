/** The lists of ours that an organisation fits to itself: acts, other events, how a case ended, kinds of services. */
export const choiceLists = ["act", "event", "outcome", "service"] as const;
export type ChoiceListName = (typeof choiceLists)[number];

/** Languages in which an organisation words its choices. Records and exports are English. */
export const labelLanguages = ["en", "af"] as const;
export type LabelLanguage = (typeof labelLanguages)[number];
export type ChoiceLabels = Partial<Record<LabelLanguage, string>>;

/** A choice as an administrator set it at one time. */
export type ChoiceVersion = {
  id: string;
  list: ChoiceListName;
  /** The key of a choice of ours, or the id of one of theirs. */
  choice: string;
  /** The key of ours that it counts as. */
  nearest: string;
  labels: ChoiceLabels;
  isHidden: boolean;
  position: number;
};

/** What counts now, one of each choice that was ever set. */
export type ChoicesNow = readonly ChoiceVersion[];

/** The same of several lists. A list that was not asked for is as ours. */
export type ChoicesByList = Partial<Record<ChoiceListName, ChoicesNow>>;

/** A choice of ours, as the product words it. */
export type ProductChoice = { key: string; label: string };

/** What a form sends: a key of ours, and the id of a choice of the organisation's own that counts as it. */
export type Chosen = { key: string; choice: string | null };

/** What a record has: a key of ours, and the version whose words it was written under. */
export type Recorded = { key: string; version: string | null };

/** A choice as a form offers it. */
export type OfferedChoice = { value: string; label: string };
