"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { searchClients } from "@/lib/casework/clients/search-clients";
import { carryText } from "@/lib/oversight/search/carry-text";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import { typedValues } from "../nested-form";

const detailFields = ["name", "phone", "email", "identityNumber"] as const;

/** What was typed is passed to the form, encrypted in a cookie; none of it is in a URL. */
async function goOn(form: FormData): Promise<never> {
  const ctx = await actingCtx();
  const typed = Object.fromEntries(detailFields.map((field) => [field, String(form.get(field) ?? "").slice(0, 254)]));
  const { name, options } = soughtCookie("client");
  (await cookies()).set(name, carryText(ctx, "client").seal(JSON.stringify(typed)), options);
  redirect("/cases/new/details");
}

/** The answer is in `values.found`: nothing about a person ever goes into a URL. */
export async function searchAction(_before: FormState, form: FormData): Promise<FormState> {
  if (form.get("do") === "register") return goOn(form);
  let found = "";
  const state = await runForm(form, async () => {
    found = JSON.stringify(await searchClients(await actingCtx(), Object.fromEntries(form)));
    return undefined;
  });
  return found ? { status: "idle", fields: {}, values: { ...typedValues(form), found } } : state;
}
