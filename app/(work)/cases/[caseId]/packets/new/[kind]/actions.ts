"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { draftFields } from "@/lib/packets/packets/input";
import { checkDraft } from "@/lib/packets/packets/queries";
import { checkedState } from "./checked-state";

export async function draftPacketAction(_before: FormState, form: FormData): Promise<FormState> {
  let checked: FormState | undefined;
  const state = await runForm(form, async () => {
    const ctx = await actingCtx();
    const raw = draftFields(form);
    if (form.get("intent") !== "check") redirect(`/packets/${(await draftPacket(ctx, raw)).id}` as Route);
    checked = checkedState(form, await checkDraft(ctx, String(raw.caseId), raw));
    return undefined;
  });
  return checked ?? state;
}
