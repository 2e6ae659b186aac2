import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { sql } from "drizzle-orm";
import { handClocks, rightsRequests } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { asCode } from "@/lib/casework/emergency-access/rules";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { createVault } from "@/lib/kernel/access/vault";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { findStaff } from "@/lib/organisation/members/access";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { findCaseByCode, requestPlace, requireCome } from "../access";
import { RecordRequest } from "../input";
import { accessClock, kindWords, noDayInLaw } from "../labels";
import { type Due, dueDay } from "../rules";
import type { RequestWords, RightKind } from "../types";

/**
 * Records a data-subject request. On an open case it is also a clock.
 * @throws AppError invalid with the field, also at `dueOn` if no law sets a date
 */
export const recordRequest = command({
  needs: "rights.write",
  input: RecordRequest,
  async run(ctx, { caseCode, who, asked, ...input }) {
    const recordedBy = ctx.actor.memberId;
    if (!recordedBy) throw new AppError("forbidden", t("A person writes down a request."));
    requireCome(ctx, "receivedOn", input.receivedOn);
    const found = caseCode ? await findCaseByCode(ctx, asCode(caseCode)) : null;
    const handlerId = input.handlerId ?? recordedBy;
    await findStaff(ctx, handlerId, "handlerId");
    const zone = officeZone();
    const due = dueDay(input, { today: officeToday(ctx.now), now: ctx.now, zone }, await readLaw(ctx));
    if (!due) throw new AppError("invalid", noDayInLaw, { dueOn: noDayInLaw });
    const id = newId();
    const number = await nextNumber(ctx);
    const vault = await createVault(ctx, "rights");
    const words: RequestWords = { who, asked };
    const { kind, fromWhom, receivedOn } = input;
    await ctx.db.insert(rightsRequests).values({
      id,
      orgId: ctx.orgId,
      keyId: vault.keyId,
      number,
      kind,
      fromWhom,
      receivedOn,
      zone,
      ...due,
      handlerId,
      caseId: found?.id ?? null,
      state: "received",
      recordedBy,
      recordedAt: ctx.now,
      words: vault.seal(requestPlace(id), JSON.stringify(words)),
    });
    if (found && !found.closedAt) await startClock(ctx, { id, caseId: found.id, number, kind, receivedOn, due });
    const detail = { number, kind, from: fromWhom, dueBy: due.dueBy };
    return { value: { id, number }, audit: { action: "rights.recorded", subjectId: id, caseId: found?.id, detail } };
  },
});

async function nextNumber(ctx: TxCtx): Promise<number> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rights ${ctx.orgId}`}, 0))`);
  // Not everybody sees every request, and each has its own number.
  const [last] = await ctx.db.execute<{ number: number | null }>(sql`select app.last_rights_request() as number`);
  return (last?.number ?? 0) + 1;
}

type Clock = { id: string; caseId: string; number: number; kind: RightKind; receivedOn: CivilDate; due: Due };

/** The clock has the id of its request, so that settling the one answers the other. */
async function startClock(ctx: TxCtx, { id, caseId, number, kind, receivedOn, due }: Clock): Promise<void> {
  const byLaw = due.dueBy === "law";
  await ctx.db.insert(handClocks).values({
    id,
    orgId: ctx.orgId,
    caseId,
    title: written(() => `Request ${number}: ${kindWords[kind].toLowerCase()}`),
    note: null,
    code: byLaw ? accessClock : null,
    startedOn: receivedOn,
    startedAt: null,
    dueOn: byLaw ? null : due.dueOn,
    recordedBy: ctx.actor.memberId ?? "",
    recordedAt: ctx.now,
  });
  await touchCase(ctx, caseId);
}
