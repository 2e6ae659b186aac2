"use server";

import { redirect } from "next/navigation";
import { requireSameOrigin } from "@/lib/auth/sessions/session";
import { signOut } from "@/lib/auth/sessions/sign-out";

export async function signOutAction(): Promise<void> {
  await requireSameOrigin();
  await signOut("for good");
  redirect("/sign-in?ended=1&out=1");
}

/** Signed out as well, and on a page that does not say what this site is. */
export async function quickExitAction(): Promise<void> {
  await requireSameOrigin();
  await signOut("for now");
  redirect("/away");
}
