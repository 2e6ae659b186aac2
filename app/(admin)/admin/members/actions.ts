"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/session";
import { changeRole } from "@/lib/organisations/change-role";
import { removeMember } from "@/lib/organisations/remove-member";
import { requireTick } from "../require-tick";

export async function changeRoleAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await changeRole(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin/members");
    return "Role changed";
  });
}

export async function removeMemberAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    requireTick(form, "sure", "Tick this first: a removal cannot be undone.");
    await removeMember(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin/members");
    return "Person removed";
  });
}
