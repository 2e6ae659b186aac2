import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { liaisonCallbacks, liaisons } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { lockLiaison } from "./access";
import { NoteCallback } from "./input";
import { openDirectory } from "./open-directory";
import { whyNotConfirm, wordsPlace } from "./rules";

import type { CallbackResult } from "./types";

type Entry = Awaited<ReturnType<typeof lockLiaison>>;

/**
 * Records a call to an officer's office by the person who made it. A call that confirms everything confirms the entry;
 * one in which the office does not know the officer removes the confirmation. The person who entered the officer cannot
 * confirm them; Postgres enforces this too.
 * @throws AppError not_found; invalid at `at` for a future time or one before the last change, at `result` if this
 * person may not confirm; conflict if it is already confirmed
 */
export const noteCallback = command({
  needs: "directory.write",
  input: NoteCallback,
  async run(ctx, { liaisonId, result, at, ...words }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person calls back."));
    const entry = await lockLiaison(ctx, liaisonId);
    const calledAt = at ?? ctx.now;
    refuseTime(entry, calledAt, ctx.now);
    if (result === "confirmed") await refuseConfirming(ctx, entry, memberId);
    const vault = await openDirectory(ctx);
    const id = newId();
    const sealed = vault.seal(wordsPlace(id), JSON.stringify(words));
    const call = { calledBy: memberId, calledAt, result, words: sealed, keyId: vault.keyId, notedAt: ctx.now };
    await ctx.db.insert(liaisonCallbacks).values({ id, orgId: ctx.orgId, liaisonId, ...call });
    await settle(ctx, { liaisonId, result, callbackId: id, memberId });
    const noted: AuditEntry = { action: "liaison.called_back", subjectId: liaisonId, detail: { result } };
    const confirmed: AuditEntry = { action: "liaison.confirmed", subjectId: liaisonId, detail: {} };
    return { value: { id }, audit: result === "confirmed" ? [noted, confirmed] : noted };
  },
});

function refuseTime({ changedAt }: Entry, calledAt: Date, now: Date): void {
  const minute = 60_000;
  const message =
    calledAt > now
      ? t("That time is in the future.")
      : changedAt && calledAt.getTime() < changedAt.getTime() - (changedAt.getTime() % minute)
        ? t("The entry was changed after this call. Call once more.")
        : null;
  if (message) throw new AppError("invalid", message, { at: message });
}

async function refuseConfirming(ctx: TxCtx, entry: Entry, memberId: string): Promise<void> {
  if (entry.confirmedAt) throw new AppError("conflict", t("This officer is confirmed already."));
  const message = whyNotConfirm(entry, memberId);
  if (message) throw new AppError("invalid", message, { result: message });
  // The administrator who founds an organisation admits everybody and adds the first officers.
  const refusal = { founders: true, code: "invalid", field: "result" } as const;
  for (const first of new Set([entry.addedBy, entry.changedBy, ...entry.editors]))
    if (first) await requireSecondPerson(ctx, first, refusal);
}

type Call = { liaisonId: string; result: CallbackResult; callbackId: string; memberId: string };

async function settle(ctx: TxCtx, { liaisonId, result, callbackId, memberId }: Call): Promise<void> {
  if (result === "not_confirmed") return;
  const none = { confirmedBy: null, confirmedAt: null, callbackId: null };
  const whole = { confirmedBy: memberId, confirmedAt: ctx.now, callbackId };
  await ctx.db
    .update(liaisons)
    .set({ ...(result === "confirmed" ? whole : none), fromBefore: false })
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId)));
}
