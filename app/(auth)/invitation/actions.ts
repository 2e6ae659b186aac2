"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { openSession } from "@/lib/auth/sessions/open-session";
import { requireSameOrigin } from "@/lib/auth/sessions/session";
import { acceptInvitation, readInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { roleLabels } from "@/lib/kernel/access/roles";
import { landing } from "../landing";
import { tokenIn } from "./token";

export async function readInvitationAction(token: string) {
  await requireSameOrigin();
  const found = await readInvitation(tokenIn(String(token)));
  if (found?.state === "waiting") return "waits" as const;
  if (found?.state !== "open") return null;
  const { org_name: organisation, email, name, keeps_factors: keeps } = found;
  return { organisation, role: roleLabels[found.role], email, name, renewal: found.renews !== null, keeps };
}

export async function acceptInvitationAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    const token = tokenIn(String(form.get("token") ?? ""));
    const { loginId, proof } = await acceptInvitation({ ...Object.fromEntries(form), token });
    await openSession(loginId, proof);
    redirect(await landing());
  });
}
