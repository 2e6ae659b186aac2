export type EmergencyAccessState = "waiting" | "released" | "refused" | "ended" | "over";

/** One question for emergency access. `caseId`: only where whoever reads it may open the case. */
export type EmergencyAccessView = {
  id: string;
  code: string;
  reason: string;
  askedBy: string;
  askedAt: Date;
  state: EmergencyAccessState;
  decidedBy: string | null;
  endsAt: Date | null;
  caseId: string | null;
};

/** The same for who decides. `found`: a case that they may release is behind the number. */
export type EmergencyAccessToDecide = EmergencyAccessView & { found: boolean; mine: boolean };

/** What the owner of a case is told, until they have seen it. */
export type EmergencyAccessNotice = {
  id: string;
  caseId: string;
  code: string;
  by: string;
  reason: string;
  endsAt: Date;
};
