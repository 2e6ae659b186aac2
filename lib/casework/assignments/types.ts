import type { CivilDate } from "@/lib/platform/time/calendar";

export const assignmentResults = ["given", "theirs", "not_permitted", "closed", "gone"] as const;
export type AssignmentResult = (typeof assignmentResults)[number];

/** A case that can be selected, in its current state. */
export type AssignableCase = { id: string; pseudonym: string; code: string; ownerId: string; ownerName: string };

/** The selection. `more`: the filters match more cases than the limit. `missing`: ids without a case here. */
export type Picked = { cases: AssignableCase[]; more: boolean; missing: number };

/**
 * A colleague who can be assigned cases. `open`: their open cases, counted to one more than `loadCap`; null if the viewer may
 * not see the workload of others.
 */
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
  /** The viewer started it and may continue it. */
  mine: boolean;
  askedAt: Date;
  reason: string;
  rows: BatchRow[];
  done: number;
};

export type BatchProgress = { done: number; total: number };
