"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { matterNotWritten } from "@/lib/casework/cases/labels";
import { completeClient } from "@/lib/casework/clients/complete-client";
import { findClientByCode, readClient } from "@/lib/casework/clients/queries";
import { revealable } from "@/lib/casework/clients/types";
import { linkEnquiry } from "@/lib/client/enquiries/commands/link-enquiry";
import { readMessage } from "@/lib/escalation/messages/queries";
import { recordPasted } from "@/lib/escalation/messages/record-pasted";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { closeIntake } from "@/lib/operations/arrivals/close-intake";
import { carryText } from "@/lib/oversight/search/carry-text";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { nestedForm, typedValues, withRows } from "../../nested-form";

/** One form, several buttons: rows are added and removed by the server, so that it works without script. */
export async function openCaseAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = String(form.get("do") ?? "");
  const rows = withRows(typedValues(form), act);
  if (rows) return { status: "idle", fields: {}, values: rows, unsaved: true };
  const [verb, code = ""] = act.split(" ");
  if (verb === "another") form.set("client.somebodyElse", "on");
  return runForm(form, async () => {
    const ctx = await actingCtx();
    const known = verb === "same" ? await findClientByCode(ctx, code) : null;
    const { id, clientId } = await openFrom(ctx, form, inputOf(form, act.endsWith("later"), known));
    await closeIntake(ctx, id);
    if (known) await addDetails(ctx, clientId, form);
    const isSaved = await saveNumber(ctx, id, String(form.get("number") ?? "").trim());
    redirect(`/cases/${id}?opened=${isSaved ? "now" : "number"}`);
  });
}

/** With the enquiry that it begins with, if it does: both, or neither. */
async function openFrom(ctx: Ctx, form: FormData, input: Given) {
  const enquiryId = String(form.get("enquiry") ?? "");
  if (!isId(enquiryId)) return openCase(ctx, input);
  return withTransaction(ctx, "read write", async (scoped) => {
    const opened = await openCase(scoped, input);
    await linkEnquiry(scoped, { enquiryId, caseId: opened.id });
    return opened;
  });
}

type Given = ReturnType<typeof nestedForm>;

/** What the command takes: for a client who turned out to be known, and for a case that is finished later. */
function inputOf(form: FormData, isLater: boolean, known: string | null): Given {
  const typed = nestedForm(form);
  const { client, ...rest } = typed;
  const given = known ? { ...rest, clientId: known } : typed;
  if (!isLater) return given;
  const matter = typeof given.matter === "string" && given.matter.trim() !== "" ? given.matter : matterNotWritten;
  const later = { ...given, matter, customLater: "on" };
  if (known || !form.has("client.pseudonym")) return later;
  const channel = String(form.get("client.safeContact.channel") ?? "").trim();
  const person = typeof client === "object" && !Array.isArray(client) ? client : {};
  return { ...later, client: channel ? person : { ...person, safeContactLater: "on" } };
}

/** What was typed of a client who is known, and is not on record yet. What is on record stays. */
async function addDetails(ctx: Ctx, clientId: string, form: FormData): Promise<void> {
  const { has } = await readClient(ctx, clientId);
  const fresh = revealable.flatMap((field) => {
    const value = String(form.get(`client.${field}`) ?? "").trim();
    return value !== "" && !has[field] ? [[field, value] as const] : [];
  });
  if (fresh.length === 0) return;
  try {
    await completeClient(ctx, { clientId, ...Object.fromEntries(fresh) });
  } catch (error) {
    // Another client has it: the case is open, and the detail is added on the client's page, where that is shown.
    if (!(error instanceof AppError)) throw error;
  }
}

/** One number that is read without a doubt is saved; any other is carried to the page of the case. */
async function saveNumber(ctx: Ctx, caseId: string, number: string): Promise<boolean> {
  if (number === "") return true;
  const { numbers } = await readMessage(ctx, { message: number, caseId });
  const [only, more] = numbers;
  if (only && !more && only.standing === "good") {
    const { no, kind, raw, station, issuer, issuedOn } = only;
    const row = { no, kind, raw, station: station ?? "", issuer: issuer ?? "", issuedOn: issuedOn ?? "", sure: false };
    try {
      await recordPasted(ctx, { caseId, receivedVia: "phone", numbers: [row], officer: null });
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  const { name, options } = soughtCookie("client");
  (await cookies()).set(name, carryText(ctx, "client").seal(JSON.stringify({ number })), options);
  return false;
}
