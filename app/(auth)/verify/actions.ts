"use server";

import { runForm } from "@/app/_ui/run-form";
import { slowStrangers } from "@/lib/auth/attempts/slow-strangers";
import { requireSameOrigin } from "@/lib/auth/sessions/session";
import { checkPacketNumber } from "@/lib/packets/packets/check-packet-number";
import type { VerifyState } from "./verify-state";

export async function verifyAction(_before: VerifyState, form: FormData): Promise<VerifyState> {
  const answer: Pick<VerifyState, "found"> = {};
  const state = await runForm(form, async () => {
    await requireSameOrigin();
    await slowStrangers("verify");
    answer.found = await checkPacketNumber(Object.fromEntries(form));
    return undefined;
  });
  return { ...state, ...answer };
}
