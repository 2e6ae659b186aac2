import "server-only";
import { stepEvents } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { notePlace } from "./queries";

type StepEvent = {
  caseId: string;
  stepKey: string;
  /** Empty for the step as a whole. */
  part: string;
  event: "begun" | "submitted" | "outcome" | "done" | "skipped" | "reopened" | "contact";
  happenedOn: string;
  note: string | null;
};

/** Adds to the history of a step, which only grows. Its note is sealed: it may name an officer. */
export async function noteStepEvent(ctx: TxCtx, { note, ...event }: StepEvent): Promise<void> {
  const id = newId();
  const by = { recordedBy: ctx.actor.memberId, recordedAt: ctx.now };
  const vault = note ? await openVault(ctx, (await findCase(ctx, event.caseId)).keyId) : null;
  const sealed = vault?.sealMaybe(notePlace(id), note) ?? null;
  await ctx.db.insert(stepEvents).values({ id, orgId: ctx.orgId, ...by, ...event, note: sealed });
}
