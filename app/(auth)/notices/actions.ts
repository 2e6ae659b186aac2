"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { endOtherSessions } from "@/lib/auth/sessions/end-sessions";
import { requireSameOrigin, sessionToken } from "@/lib/auth/sessions/session";
import { dismissNotice } from "@/lib/auth/sessions/sign-in-notices";
import { t } from "@/lib/platform/language/translate";

async function inOwnSession(form: FormData, act: (session: Buffer) => Promise<string>): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    const message = await act((await sessionToken()) ?? redirect("/sign-in"));
    revalidatePath("/", "layout");
    return message;
  });
}

export async function dismissNoticeAction(_before: FormState, form: FormData): Promise<FormState> {
  return inOwnSession(form, async (session) => {
    await dismissNotice(session, form.get("noticeId"));
    return t("Put away.");
  });
}

export async function endOthersAction(_before: FormState, form: FormData): Promise<FormState> {
  return inOwnSession(form, async (session) => {
    await endOtherSessions(session);
    return t("You are signed in here only.");
  });
}
