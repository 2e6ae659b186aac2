export const listColumns = ["risk", "ladder", "owner", "activity", "due", "opened"] as const;
export type ListColumn = (typeof listColumns)[number];

/** A column of a field of the organisation's own. */
export type OwnColumn = `own-${string}`;
export type AnyColumn = ListColumn | OwnColumn;

/** A saved list of cases with its name. `query` is what follows `/cases?`. */
export type SavedView = {
  id: string;
  name: string;
  query: string;
  columns: AnyColumn[] | null;
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
  columns: AnyColumn[] | null;
  defaultView: SavedView | null;
};
