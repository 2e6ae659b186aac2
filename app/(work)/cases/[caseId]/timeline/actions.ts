"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { keepTyped } from "@/app/(work)/typed-query";
import { actingCtx } from "@/lib/auth/sessions/session";
import { readState, timelineAddress } from "./address";

/** Goes to the requested lines. What was typed may be a name: a mark stands in the address in its place. */
export async function filterTimelineAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const ctx = await actingCtx();
    const mark = await keepTyped(ctx, String(form.get("words") ?? ""));
    const asked = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    redirect(timelineAddress(String(form.get("caseId")), { ...readState(asked), mark: mark || undefined }));
  });
}
