export type EmergencyAccessState = "waiting" | "released" | "refused" | "ended" | "over";

/** One request for emergency access. `caseId`: only if the viewer may open the case. */
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

/** The same for the person who decides. `found`: the number is of a case that they may approve. */
export type EmergencyAccessToDecide = EmergencyAccessView & { found: boolean; mine: boolean };

/** The notice to the case owner, until they have marked it as seen. */
export type EmergencyAccessNotice = {
  id: string;
  caseId: string;
  code: string;
  by: string;
  reason: string;
  endsAt: Date;
};
