"use server";

import type { Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { actingCtx } from "@/lib/auth/sessions/session";
import { carryText } from "@/lib/oversight/search/carry-text";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import { isId } from "@/lib/platform/ids";

/**
 * What was typed may be a name, so it travels in a POST and sealed, and appears in no URL and no history. `caseId`: the
 * case on which the numbers in it are to be recorded.
 */
export async function seekAction(form: FormData): Promise<void> {
  const ctx = await actingCtx();
  const { name, options } = soughtCookie();
  const value = carryText(ctx).seal(String(form.get("q") ?? ""));
  (await cookies()).set(name, value, options);
  const caseId = String(form.get("caseId") ?? "");
  redirect((isId(caseId) ? `/search?case=${caseId}` : "/search") as Route);
}
