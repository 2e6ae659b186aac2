"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { keepTyped } from "@/app/(work)/typed-query";
import { actingCtx } from "@/lib/auth/sessions/session";

/** What was typed may be a name: a marker replaces it in the URL. */
export async function seekCaseAction(form: FormData): Promise<void> {
  const mark = await keepTyped(await actingCtx(), String(form.get("q") ?? ""));
  redirect(`/deadlines/add${mark ? `?q=${encodeURIComponent(mark)}` : ""}` as Route);
}
