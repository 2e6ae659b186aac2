import type { CallbackResult, Standing } from "./types";

export const resultLabels: Record<CallbackResult, { label: string; hint: string }> = {
  confirmed: {
    label: "The office confirmed all of it",
    hint: "Name, force number, unit, address and phone are as they stand here.",
  },
  not_confirmed: { label: "Nobody could say", hint: "No answer, or not the right person. The entry stays as it is." },
  not_known: {
    label: "The office does not know this officer, or something is wrong",
    hint: "Nothing more is handed over until it is put right and confirmed.",
  },
};

export const standingLabels: Record<Standing, string> = {
  confirmed: "Confirmed",
  before: "From before call-backs were noted",
  unconfirmed: "Not confirmed",
};

/** Why nothing can be put in the portal for an officer who cannot sign in. */
export const noAccount =
  "This officer has no account, so nobody would open the portal. Make a first-contact link, or have an administrator give them an account.";
