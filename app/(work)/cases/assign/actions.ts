"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { orNotFound } from "@/app/_shell/or-not-found";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { beginBatch } from "@/lib/casework/assignments/begin-batch";
import { hasBegun } from "@/lib/casework/assignments/queries";
import { mostCases } from "@/lib/casework/assignments/rules";
import { runBatch } from "@/lib/casework/assignments/run-batch";
import type { BatchProgress } from "@/lib/casework/assignments/types";

/** So many cases in one call of the page that shows progress. */
const piece = 10;

/** With script the next page goes on piece by piece; without, everything is done before it is shown. */
export async function beginBatchAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const ctx = await actingCtx();
    const batchId = String(form.get("batchId"));
    const caseIds = [...form.keys()].flatMap((name) => (name.startsWith("case.") ? name.slice(5) : []));
    if (!(await hasBegun(ctx, batchId))) await beginBatch(ctx, { ...Object.fromEntries(form), caseIds });
    if (form.get("piecewise") !== "yes") await runBatch(ctx, batchId, mostCases);
    revalidatePath("/", "layout");
    redirect(`/cases/assign/${batchId}`);
  });
}

/** What is left of a list, in one request: for browsers without script. */
export async function finishBatchAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const batchId = String(form.get("batchId"));
    await runBatch(await actingCtx(), batchId, mostCases);
    revalidatePath("/", "layout");
    redirect(`/cases/assign/${batchId}`);
  });
}

/** The next few of a list; the page calls it until all are done. */
export async function runPieceAction(batchId: string): Promise<BatchProgress> {
  const progress = await orNotFound(runBatch(await actingCtx(), batchId, piece));
  if (progress.done === progress.total) revalidatePath("/", "layout");
  return progress;
}
