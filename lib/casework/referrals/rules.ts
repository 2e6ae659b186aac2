export type ReferralColumn = "purpose" | "passed_on" | "consent_note" | "answer" | "outcome";

/** The deadlines of a referral, and its wait where no day was agreed, as clocks and the queue name them. */
export const referralKeys = (id: string) => ({
  answer: `referral:${id}`,
  wait: `wait:referral/${id}`,
  outcome: `referral:${id}:outcome`,
});

export const referralPlace = (row: string, column: ReferralColumn) => ({ table: "referrals", column, row });
