"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { readListState, withFilter, writeListState } from "@/app/_ui/table/url-state";
import { keepTyped } from "@/app/(work)/typed-query";
import { actingCtx } from "@/lib/auth/sessions/session";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { listOwners } from "@/lib/oversight/reports/queries";
import { listRules } from "./_components/list-rules";

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
