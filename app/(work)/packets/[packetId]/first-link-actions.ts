"use server";

import { revalidatePath } from "next/cache";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { spokenCode } from "@/lib/auth/first-contact/rules";
import { actingCtx } from "@/lib/auth/sessions/session";
import { makeFirstLink } from "@/lib/handover/first-contact/commands/make-first-link";
import { noteFirstLink } from "@/lib/handover/first-contact/commands/note-first-link";
import { releaseFirstLink } from "@/lib/handover/first-contact/commands/release-first-link";
import { revokeFirstLink } from "@/lib/handover/first-contact/commands/revoke-first-link";
import { env } from "@/lib/platform/env";
import { t } from "@/lib/platform/language/translate";
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

export const releaseFirstLinkAction = formAction(releaseFirstLink, {
  confirm: "first_link.release",
  refresh: "/packets/[packetId]",
  saved: t("Released. The link works for 72 hours."),
});

export const revokeFirstLinkAction = formAction(revokeFirstLink, {
  refresh: "/packets/[packetId]",
  saved: t("Link taken back. It no longer works."),
});

export const noteFirstLinkAction = formAction(noteFirstLink, {
  refresh: "/packets/[packetId]",
  saved: t("Noted as seen."),
});
