"use server";

import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/session";
import { searchClients } from "@/lib/clients/search-clients";
import { typedValues } from "../nested-form";

/** The answer stands in `values.found`: nothing about a person ever goes into an address. */
export async function searchAction(_before: FormState, form: FormData): Promise<FormState> {
  let found = "";
  const state = await runForm(form, async () => {
    found = JSON.stringify(await searchClients(await actingCtx(), Object.fromEntries(form)));
    return undefined;
  });
  return found ? { status: "idle", fields: {}, values: { ...typedValues(form), found } } : state;
}
