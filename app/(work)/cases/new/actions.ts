"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { searchClients } from "@/lib/casework/clients/search-clients";
import { linkEnquiry } from "@/lib/client/enquiries/commands/link-enquiry";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { carryText } from "@/lib/oversight/search/carry-text";
import { findCases } from "@/lib/oversight/search/queries";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import type { Hit } from "@/lib/oversight/search/types";
import { isId } from "@/lib/platform/ids";
import { typedValues } from "../nested-form";
import { carriedFields, type Sought } from "./carried";

/** What was typed is passed to the form, encrypted in a cookie; none of it is in a URL. */
async function goOn(form: FormData): Promise<never> {
  const ctx = await actingCtx();
  const typed = Object.fromEntries(carriedFields.map((field) => [field, String(form.get(field) ?? "").slice(0, 254)]));
  const { name, options } = soughtCookie("client");
  const enquiry = String(form.get("enquiry") ?? "");
  (await cookies()).set(name, carryText(ctx, "client").seal(JSON.stringify({ ...typed, enquiry })), options);
  redirect(isId(enquiry) ? `/cases/new/details?enquiry=${enquiry}` : "/cases/new/details");
}

/** The answer is in `values.found`: nothing about a person ever goes into a URL. */
export async function searchAction(_before: FormState, form: FormData): Promise<FormState> {
  const [verb, caseId] = String(form.get("do") ?? "").split(" ");
  if (verb === "register") return goOn(form);
  if (verb === "link") return linkTo(form, caseId ?? "");
  let found = "";
  const state = await runForm(form, async () => {
    found = JSON.stringify(await search(await actingCtx(), form));
    return undefined;
  });
  return found ? { status: "idle", fields: {}, values: { ...typedValues(form), found } } : state;
}

/** The enquiry from which was searched becomes part of a case that was found. */
async function linkTo(form: FormData, caseId: string): Promise<FormState> {
  return runForm(form, async () => {
    const enquiryId = String(form.get("enquiry"));
    await linkEnquiry(await actingCtx(), { enquiryId, caseId });
    redirect(`/enquiries/${enquiryId}`);
  });
}

/** Clients by their own details, and cases by a handle or a number that stands on them. */
async function search(ctx: Ctx, form: FormData): Promise<Sought> {
  const number = String(form.get("number") ?? "").trim();
  const typed = Object.fromEntries(form);
  const onlyNumber = number !== "" && carriedFields.every((field) => field === "number" || !form.get(field));
  const { matches } = onlyNumber ? { matches: [] } : await searchClients(ctx, typed);
  const texts = [String(form.get("handle") ?? "").trim(), number].filter(Boolean);
  const hits: Hit[] = [];
  for (const text of texts) hits.push(...(await findCases(ctx, text)).hits.filter(({ exact }) => exact));
  const once = new Map(
    hits.map(({ caseId, code, pseudonym, reasons }) => [caseId, { caseId, code, pseudonym, reasons }]),
  );
  return { matches, cases: [...once.values()] };
}
