import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { CallbackResult, Standing } from "./types";

export const resultLabels: Record<CallbackResult, { label: string; hint: string }> = labelTable(() => ({
  confirmed: {
    label: t("The office confirmed all of it"),
    hint: t("Name, force number, unit, address and phone are correct as shown here."),
  },
  not_confirmed: {
    label: t("Nobody could say"),
    hint: t("No answer, or not the right person. The entry stays as it is."),
  },
  not_known: {
    label: t("The office does not know this officer, or something is wrong"),
    hint: t("Nothing more is handed over until it is put right and confirmed."),
  },
}));

export const standingLabels: Record<Standing, string> = labelTable(() => ({
  confirmed: t("Confirmed"),
  before: t("From before call-backs were noted"),
  unconfirmed: t("Not confirmed"),
}));

export const zoneHint = t("Times in the portal are shown in it. For example Africa/Johannesburg");

/** Why nothing can be put in the portal for an officer who cannot sign in. */
export const noAccount = t(
  "This officer has no account, so nobody would open the portal. Make a first-contact link, or have an administrator give them an account.",
);
