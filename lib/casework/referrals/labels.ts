import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { Consent, ReferralState } from "./types";

/** The name of its deadline; no words that somebody typed about the client. */
export const referralTitle = (number: number): string => t("Answer to referral {number}", { number });

export const askService = (service: string, number: number): string =>
  t("Ask {service} for an answer to referral {number}", { service, number });

export const outcomeTitle = (number: number): string => t("Outcome of referral {number}", { number });

export const askOutcome = (service: string, number: number): string =>
  t("Ask {service} for the outcome of referral {number}", { service, number });

/** Where its answer and its outcome are recorded, below the case. */
export const referralPath = (id: string): string => `/referrals#referral-${id}`;

export const consentLabels: Record<Consent, { label: string; hint: string }> = labelTable(() => ({
  spoken: { label: t("The client agreed, in words"), hint: t("Say in the note how and when it was asked.") },
  written: { label: t("The client signed"), hint: t("Keep the signed paper as an exhibit or a release of the case.") },
  guardian: { label: t("A parent or guardian agreed"), hint: t("For a client under 18. Say who, and how.") },
  none: {
    label: t("No consent yet"),
    hint: t("Only where life or safety does not allow to wait. Say why; the reason stays with the referral."),
  },
}));

export const referralStateLabels: Record<ReferralState, string> = {
  open: t("Waiting for an answer"),
  accepted: t("Accepted"),
  declined: t("Declined"),
  ended: t("Ended"),
  withdrawn: t("Withdrawn"),
};
