export type ReferralColumn = "purpose" | "passed_on" | "consent_note" | "answer" | "outcome";

export const referralPlace = (row: string, column: ReferralColumn) => ({ table: "referrals", column, row });
