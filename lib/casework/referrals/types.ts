import type { ServiceKind } from "@/lib/casework/services/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export const consents = ["spoken", "written", "guardian", "none"] as const;
export type Consent = (typeof consents)[number];

export const referralAnswers = ["accepted", "declined"] as const;
type ReferralAnswer = (typeof referralAnswers)[number];

export type ReferralState = "open" | ReferralAnswer | "ended" | "withdrawn";

export type ReferralView = {
  id: string;
  number: number;
  service: {
    id: string;
    name: string;
    kind: ServiceKind;
    kindText: string;
    phone: string | null;
    email: string | null;
  };
  purpose: string;
  passedOn: string;
  consent: Consent;
  consentOn: CivilDate | null;
  consentNote: string | null;
  answerBy: CivilDate | null;
  state: ReferralState;
  madeBy: string;
  madeAt: Date;
  answeredOn: CivilDate | null;
  answer: string | null;
  answeredBy: string | null;
  outcomeBy: CivilDate | null;
  endedOn: CivilDate | null;
  outcome: string | null;
  endedBy: string | null;
};
