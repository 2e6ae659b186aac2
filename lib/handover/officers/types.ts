export const callbackResults = ["confirmed", "not_confirmed", "not_known"] as const;
export type CallbackResult = (typeof callbackResults)[number];

/** `before`: registered before call-backs were recorded, and still in use. */
export type Standing = "confirmed" | "before" | "unconfirmed";

/** The columns that decide whether a packet can be handed to this officer. */
export type Confirmation = { confirmedAt: Date | null; fromBefore: boolean };

/** What was said on the phone, as stored encrypted. */
export type CallbackWords = { phone: string; source: string; answeredBy: string; said: string | null };

export type CallbackView = CallbackWords & { id: string; result: CallbackResult; calledBy: string; calledAt: Date };

/** One entry of the directory. */
export type OfficerView = {
  id: string;
  name: string;
  rank: string;
  forceNumber: string;
  agency: string;
  unit: string;
  address: string;
  phone: string;
  /** Time zone of the office, if known. */
  zone: string | null;
  /** They can sign in to the portal. */
  hasAccount: boolean;
  addedBy: string | null;
  changedBy: string | null;
  changedAt: Date | null;
  standing: Standing;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  /** Why the viewer cannot confirm it; null if they can. */
  whyNotConfirm: string | null;
  /** The newest first. */
  callbacks: CallbackView[];
};
