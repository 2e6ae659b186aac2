import type { CivilDate } from "@/lib/platform/time/calendar";
import type { ReferralState } from "./types";

type Of = { state: ReferralState; answerBy: CivilDate | null };

/** An open referral whose answer was expected before today. */
export const isLate = ({ state, answerBy }: Of, today: CivilDate): boolean =>
  state === "open" && answerBy !== null && answerBy < today;

export type ReferralColumn = "purpose" | "passed_on" | "consent_note" | "answer" | "outcome";

export const referralPlace = (row: string, column: ReferralColumn) => ({ table: "referrals", column, row });
