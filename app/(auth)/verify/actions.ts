"use server";

import { runForm } from "@/app/_ui/run-form";
import { requireSameOrigin } from "@/lib/auth/session";
import { slowStrangers } from "@/lib/auth/slow-strangers";
import { checkPacketNumber } from "@/lib/packets/check-packet-number";
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
