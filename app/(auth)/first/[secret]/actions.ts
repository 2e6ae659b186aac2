"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import type { CodeFormState } from "@/app/(auth)/first/[secret]/code-form-state";
import { slowStrangers } from "@/lib/auth/attempts/slow-strangers";
import { ctxFromFirstLink } from "@/lib/auth/first-contact/ctx-from-first-link";
import { firstKeys, keepFirstKeys, keysToTry } from "@/lib/auth/first-contact/first-keys";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { requireSameOrigin } from "@/lib/auth/sessions/session";
import { acknowledgeHandover } from "@/lib/handover/handovers/commands/acknowledge-handover";
import { askAboutPacket } from "@/lib/handover/handovers/commands/ask-about-packet";
import { numberHandover } from "@/lib/handover/handovers/commands/number-handover";
import type { Command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

export async function redeemAction(secret: string, _before: CodeFormState, form: FormData): Promise<CodeFormState> {
  const answer: Pick<CodeFormState, "closed"> = {};
  const state = await runForm(form, async () => {
    await requireSameOrigin();
    await slowStrangers("first");
    const { keys, cookie } = await keysToTry(secret);
    const { outcome, triesLeft } = await redeemFirstLink(keys, { code: form.get("code") ?? undefined });
    if (outcome === "wrong") {
      const message = t("That is not the code. {triesLeft} left.", { triesLeft: plural(triesLeft, "try", "tries") });
      throw new AppError("invalid", message, { code: message });
    }
    if (outcome !== "open") {
      answer.closed = outcome;
      return undefined;
    }
    await keepFirstKeys(keys, cookie);
    redirect(`/first/${secret}` as Route);
  });
  return { ...state, ...answer, values: {} };
}

/** In the context of the link, and on its one handover, whatever a form names. */
async function act(secret: string, form: FormData, command: Command<unknown>, message: string): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    const keys = await firstKeys(secret);
    const open = keys ? await ctxFromFirstLink(keys) : null;
    if (!open) redirect(`/first/${secret}` as Route);
    await command(open.ctx, { ...Object.fromEntries(form), handoverId: open.handoverId });
    revalidatePath("/first/[secret]", "page");
    return message;
  });
}

export async function acknowledgeFirstAction(secret: string, _before: FormState, form: FormData): Promise<FormState> {
  return act(secret, form, acknowledgeHandover, t("Acknowledged. The organisation sees it now."));
}

export async function numberFirstAction(secret: string, _before: FormState, form: FormData): Promise<FormState> {
  return act(secret, form, numberHandover, t("Saved. The organisation sees it now."));
}

export async function askFirstAction(secret: string, _before: FormState, form: FormData): Promise<FormState> {
  return act(secret, form, askAboutPacket, t("Question sent. The organisation sees it now."));
}
