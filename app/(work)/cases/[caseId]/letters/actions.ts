"use server";

import { formAction } from "@/app/form-action";
import { proveLetter } from "@/lib/escalation/letters/prove-letter";
import { recordLetterIn } from "@/lib/escalation/letters/record-letter-in";
import { recordLetterOut } from "@/lib/escalation/letters/record-letter-out";
import { withdrawLetter } from "@/lib/escalation/letters/withdraw-letter";
import { t } from "@/lib/platform/language/translate";
import { fillInNumbers } from "../../fill-in-numbers";

const scan = { exhibitId: { kind: "exhibit", sent: "one" } } as const;

export const recordLetterInAction = formAction(recordLetterIn, {
  fillIn: (sent) => fillInNumbers(sent, scan),
  refresh: "/cases/[caseId]",
  // What is ended by it is said: nobody chases it any more.
  saved: ({ code, ended }) =>
    ended.length > 0
      ? t("{code} recorded. It ended: {ended}.", { code, ended: ended.join("; ") })
      : t("{code} recorded.", { code }),
});

export const recordLetterOutAction = formAction(recordLetterOut, {
  fillIn: (sent) => fillInNumbers(sent, scan),
  refresh: "/cases/[caseId]",
  saved: ({ code }) => t("{code} recorded.", { code }),
});

export const proveLetterAction = formAction(proveLetter, {
  refresh: "/cases/[caseId]",
  saved: ({ code }) => t("Proof of {code} recorded.", { code }),
});

export const withdrawLetterAction = formAction(withdrawLetter, {
  refresh: "/cases/[caseId]",
  saved: ({ code }) => t("{code} taken off the register.", { code }),
});
