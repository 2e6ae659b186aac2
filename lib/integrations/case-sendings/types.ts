import type { SentFact } from "@/lib/integrations/receiving-systems/types";

/** `refused`: the other system will not take it. `given_up`: no answer for hours. `stopped`: it may not leave any more. */
export type SendingState = "waiting" | "sent" | "refused" | "given_up" | "stopped";

export type SendingView = {
  id: string;
  state: SendingState;
  /** By whom and when it was sent on its way. */
  by: string;
  askedAt: Date;
  settledAt: Date | null;
  /** Exactly what left: the field of theirs, and what it says. */
  fields: { name: string; value: string }[];
};

/** What would leave for a referral, or why nothing may. */
export type Outgoing = {
  systemId: string;
  fields: { fact: SentFact; name: string; value: string }[];
  /** Of exactly this, so that nothing else leaves than what somebody read. */
  seen: string;
};

/** Of one referral. */
export type ReferralSendings = { outgoing: Outgoing | null; sendings: SendingView[] };
