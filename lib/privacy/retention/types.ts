import type { CivilDate } from "@/lib/platform/time/calendar";

/** How long the organisation keeps a closed case. `ours`: not set, so the product's default applies. */
export type Keeping = { years: number; ours: boolean };

export type ToDecide = {
  caseId: string;
  code: string;
  pseudonym: string;
  closedOn: CivilDate;
  decideOn: CivilDate;
  held: boolean;
  asked: boolean;
};

type PostponedView = { decideOn: CivilDate; reason: string; by: string; at: Date };

export type CaseKeeping = {
  /** Null while the case is open: no clock runs. */
  closedOn: CivilDate | null;
  decideOn: CivilDate | null;
  postponed: PostponedView[];
};
