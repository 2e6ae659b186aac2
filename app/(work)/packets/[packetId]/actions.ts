"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import type { Command } from "@/lib/access/command";
import { actingCtx } from "@/lib/auth/session";
import { deliverPacket } from "@/lib/handovers/deliver-packet";
import { approvePacket } from "@/lib/packets/approve-packet";
import { nestFields } from "@/lib/packets/input";
import { returnPacket } from "@/lib/packets/return-packet";
import { withdrawPacket } from "@/lib/packets/withdraw-packet";

async function act(form: FormData, command: Command<unknown>, said: string): Promise<FormState> {
  return runForm(form, async () => {
    await command(await actingCtx(), nestFields(form));
    revalidatePath("/packets/[packetId]", "page");
    return said;
  });
}

export async function approvePacketAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, approvePacket, "Approved. The packet is built once more with your approval in it.");
}

export async function returnPacketAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, returnPacket, "Returned to the author.");
}

export async function withdrawPacketAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, withdrawPacket, "Withdrawn.");
}

export async function deliverPacketAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(form, deliverPacket, "Handed over. The officer sees it in the portal now.");
}
