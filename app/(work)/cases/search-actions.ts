"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { keepTyped } from "@/app/(work)/typed-query";
import { actingCtx } from "@/lib/auth/sessions/session";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { listRules } from "@/lib/oversight/case-list/address/rules";
import { listOwners } from "@/lib/oversight/reports/queries";
import { readListState, withFilter, writeListState } from "@/lib/platform/list-state";

/** The search box of the list. What was typed may be a name: a marker replaces it in the URL. */
export async function searchCasesAction(form: FormData): Promise<void> {
  const ctx = await actingCtx();
  const mark = await keepTyped(ctx, String(form.get("q") ?? ""));
  const names = [...new Set(form.keys())].filter((name) => name !== "q" && !name.startsWith("$"));
  const asked = Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String)]));
  const rules = listRules(await listOwners(ctx), "view" in asked, await listCustomFields(ctx, "case"));
  const state = withFilter(readListState(asked, rules), "q", mark ? [mark] : []);
  redirect(writeListState("/cases", state, rules) as Route);
}
