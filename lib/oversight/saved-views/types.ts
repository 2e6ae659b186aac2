export const listColumns = ["risk", "ladder", "owner", "activity", "due", "opened"] as const;
export type ListColumn = (typeof listColumns)[number];

/** A saved list of cases with its name. `query` is what follows `/cases?`. */
export type SavedView = {
  id: string;
  name: string;
  query: string;
  columns: ListColumn[] | null;
  shared: boolean;
  /** This person may rename and remove it. */
  mayChange: boolean;
};

/** One person's settings of the case list. */
export type ListChoices = {
  views: SavedView[];
  /** Views that this person removed within a day, and may bring back. */
  removed: { id: string; name: string }[];
  /** What the person chose; null for what suits their role. */
  columns: ListColumn[] | null;
  defaultView: SavedView | null;
};
