"use server";

import { revalidatePath } from "next/cache";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { actingCtx } from "@/lib/auth/sessions/session";
import { endReplyAddress } from "@/lib/escalation/incoming-mail/commands/end-reply-address";
import { makeReplyAddress } from "@/lib/escalation/incoming-mail/commands/make-reply-address";
import { proveLetter } from "@/lib/escalation/letters/prove-letter";
import { recordLetterIn } from "@/lib/escalation/letters/record-letter-in";
import { recordLetterOut } from "@/lib/escalation/letters/record-letter-out";
import { withdrawLetter } from "@/lib/escalation/letters/withdraw-letter";
import { t } from "@/lib/platform/language/translate";
import { fillInNumbers } from "../../fill-in-numbers";
import type { MadeAddressState } from "./made-address";

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

/** The address is in this one answer and nowhere else: only a hash of its token is kept. */
export async function makeReplyAddressAction(_before: MadeAddressState, form: FormData): Promise<MadeAddressState> {
  const answer: Pick<MadeAddressState, "made"> = {};
  const state = await runForm(form, async () => {
    const { address, tag } = await makeReplyAddress(await actingCtx(), Object.fromEntries(form));
    answer.made = { address, tag };
    revalidatePath("/cases/[caseId]", "layout");
    return undefined;
  });
  return { ...state, ...answer };
}

export const endReplyAddressAction = formAction(endReplyAddress, {
  refresh: "/cases/[caseId]",
  saved: t("Ended. A mail to it waits for a person."),
});
