import type { CivilDate } from "@/lib/platform/time/calendar";

export const assignmentResults = ["given", "theirs", "not_permitted", "closed", "gone"] as const;
export type AssignmentResult = (typeof assignmentResults)[number];

/** A case that can be picked, as it stands now. */
export type AssignableCase = { id: string; pseudonym: string; code: string; ownerId: string; ownerName: string };

/** What was picked. `more`: the filters match more cases than are taken at once. `missing`: ids without a case here. */
export type Picked = { cases: AssignableCase[]; more: boolean; missing: number };

/** A colleague who can be given cases. `open` is null when whoever asks may not see the load of others. */
export type StaffLoad = {
  id: string;
  name: string;
  open: number | null;
  awayUntil: CivilDate | null;
  cover: string | null;
};

export type BatchRow = {
  askedId: string;
  /** Null while the row waits, and for a case that is not there for this person. */
  caseId: string | null;
  pseudonym: string | null;
  code: string | null;
  result: AssignmentResult | null;
};

export type BatchView = {
  id: string;
  to: string;
  by: string;
  /** Whoever asks began it, and may go on with it. */
  mine: boolean;
  askedAt: Date;
  reason: string;
  rows: BatchRow[];
  done: number;
};

export type BatchProgress = { done: number; total: number };
