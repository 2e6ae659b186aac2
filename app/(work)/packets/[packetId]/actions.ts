"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { answerQuestion } from "@/lib/handover/handovers/commands/answer-question";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { giveAnnex } from "@/lib/handover/handovers/commands/give-annex";
import { noteRefusal } from "@/lib/handover/handovers/commands/note-refusal";
import type { Command } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { commentOnPacket } from "@/lib/packets/packets/commands/comment-on-packet";
import { returnPacket } from "@/lib/packets/packets/commands/return-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { nestFields } from "@/lib/packets/packets/input";

type Who = (form: FormData) => Promise<Ctx>;

const approver: Who = (form) => confirmPerson(form, "packet.approve");
const deliverer: Who = (form) => confirmPerson(form, "packet.deliver");
const giver: Who = (form) => confirmPerson(form, "annex.give");

async function act(form: FormData, command: Command<unknown>, said: string, who: Who = actingCtx): Promise<FormState> {
  return runForm(form, async () => {
    await command(await who(form), nestFields(form));
    revalidatePath("/packets/[packetId]", "page");
    return said;
  });
}

export async function approvePacketAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, approvePacket, "Approved. The packet is built once more with your approval in it.", approver);
}

export async function returnPacketAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, returnPacket, "Returned to the author.");
}

export async function withdrawPacketAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, withdrawPacket, "Withdrawn.");
}

export async function deliverPacketAction(_before: FormState, form: FormData): Promise<FormState> {
  const who = form.get("withAnnex") === "on" ? giver : deliverer;
  return act(form, deliverPacket, "Handed over. The officer sees it in the portal now.", who);
}

export async function giveAnnexAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, giveAnnex, "Given. The officer sees the annex in the portal now.", giver);
}

export async function commentOnPacketAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, commentOnPacket, "Your comment stands in the history.");
}

export async function answerQuestionAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, answerQuestion, "Answered. The officer reads it in the portal now.");
}

export async function noteRefusalAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, noteRefusal, "Noted as seen.");
}
