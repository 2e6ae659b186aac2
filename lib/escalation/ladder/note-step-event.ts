import "server-only";
import { stepEvents } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { notePlace, withWhomPlace } from "./queries";
import type { ContactChannel } from "./types";

type StepEvent = {
  caseId: string;
  stepKey: string;
  /** Empty for the step as a whole. */
  part: string;
  event: "begun" | "submitted" | "outcome" | "done" | "skipped" | "reopened" | "contact";
  happenedOn: string;
  channel?: ContactChannel | undefined;
  withWhom?: string | undefined;
  note: string | null;
};

/** Adds to the history of a step, which only grows. Its note and with whom are sealed: they may name an officer. */
export async function noteStepEvent(ctx: TxCtx, { note, withWhom, ...event }: StepEvent): Promise<void> {
  const id = newId();
  const by = { recordedBy: ctx.actor.memberId, recordedAt: ctx.now };
  const vault = note || withWhom ? await openVault(ctx, (await findCase(ctx, event.caseId)).keyId) : null;
  const sealed = {
    note: vault?.sealMaybe(notePlace(id), note) ?? null,
    withWhom: vault?.sealMaybe(withWhomPlace(id), withWhom) ?? null,
  };
  await ctx.db.insert(stepEvents).values({ id, orgId: ctx.orgId, ...by, ...event, ...sealed });
}
