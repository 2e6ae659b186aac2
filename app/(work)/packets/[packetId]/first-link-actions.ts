"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { spokenCode } from "@/lib/auth/first-contact/rules";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { makeFirstLink } from "@/lib/handover/first-contact/commands/make-first-link";
import { noteFirstLink } from "@/lib/handover/first-contact/commands/note-first-link";
import { releaseFirstLink } from "@/lib/handover/first-contact/commands/release-first-link";
import { revokeFirstLink } from "@/lib/handover/first-contact/commands/revoke-first-link";
import { env } from "@/lib/platform/env";
import type { MadeState } from "./made-state";

/** Link and code are in this one answer and nowhere else: only their hashes are kept. */
export async function makeFirstLinkAction(_before: MadeState, form: FormData): Promise<MadeState> {
  const answer: Pick<MadeState, "made"> = {};
  const state = await runForm(form, async () => {
    const { secret, code } = await makeFirstLink(await actingCtx(), Object.fromEntries(form));
    answer.made = { link: `${env().APP_ORIGIN}/first/${secret}`, code: spokenCode(code) };
    revalidatePath("/packets/[packetId]", "page");
    return undefined;
  });
  return { ...state, ...answer };
}

export async function releaseFirstLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await releaseFirstLink(await confirmPerson(form, "first_link.release"), Object.fromEntries(form));
    revalidatePath("/packets/[packetId]", "page");
    return "Released. The link works for 72 hours.";
  });
}

export async function revokeFirstLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await revokeFirstLink(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/packets/[packetId]", "page");
    return "Taken back. It opens nothing any more.";
  });
}

export async function noteFirstLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await noteFirstLink(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/packets/[packetId]", "page");
    return "Noted as seen.";
  });
}
