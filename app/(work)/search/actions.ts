"use server";

import type { Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { carryText } from "@/lib/oversight/search/carry-text";
import { findAnything } from "@/lib/oversight/search/find-anything";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";

/** What was typed may be a name, so it travels in a POST and never in an address; the answer goes back this once. */
export async function findAction(_before: FormState, form: FormData): Promise<FormState> {
  const text = String(form.get("q") ?? "");
  let found = "";
  const state = await runForm(form, async () => {
    const { hits, sole } = await findAnything(await actingCtx(), text);
    if (sole) redirect(`/cases/${sole}` as Route);
    found = JSON.stringify(hits);
    return undefined;
  });
  return state.status === "saved" ? { ...state, values: { q: text, found } } : state;
}

/** From a box on any other page: opens the search page with what was typed, which appears in no URL and no history. */
export async function seekAction(form: FormData): Promise<void> {
  const ctx = await actingCtx();
  const { name, options } = soughtCookie();
  const value = carryText(ctx).seal(String(form.get("q") ?? ""));
  (await cookies()).set(name, value, options);
  redirect("/search");
}
