import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { caseSendings, referrals } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { findSystemOf, mayLeave } from "./access";
import { planOutgoing } from "./plan-outgoing";
import { bodyPlace, isCovered } from "./rules";
import type { ReferralSendings, SendingView } from "./types";

/**
 * By referral: what would leave to the system of its service, and what left. A referral whose service has no system, and
 * from which nothing left, is not in it. @throws AppError not_found
 */
export const listSendings = query("case.write", async (ctx, caseId: string): Promise<Map<string, ReferralSendings>> => {
  const found = await findCase(ctx, caseId);
  const made = await ctx.db
    .select()
    .from(referrals)
    .where(and(eq(referrals.orgId, ctx.orgId), eq(referrals.caseId, found.id)));
  const rows = await ctx.db
    .select()
    .from(caseSendings)
    .where(and(eq(caseSendings.orgId, ctx.orgId), eq(caseSendings.caseId, found.id)))
    .orderBy(desc(caseSendings.askedAt), desc(caseSendings.id));
  const vault = await openVault(ctx, found.keyId);
  const names = await namesOf(
    ctx,
    rows.map(({ sentBy }) => sentBy),
  );
  const may = found.closedAt === null && (await mayLeave(ctx, found.id));
  const all = new Map<string, ReferralSendings>();
  for (const referral of made) {
    const sendings = rows
      .filter(({ referralId }) => referralId === referral.id)
      .map(({ id, state, sentBy, askedAt, settledAt, body }): SendingView => {
        const sent = JSON.parse(vault.open(bodyPlace(id), body)) as Record<string, string>;
        const fields = Object.entries(sent).map(([name, value]) => ({ name, value }));
        return { id, state, by: names.get(sentBy) ?? "", askedAt, settledAt, fields };
      });
    const isOut = sendings.some(({ state }) => state === "waiting" || state === "sent");
    const system = may && isCovered(referral) && !isOut ? await findSystemOf(ctx, referral.serviceId) : null;
    const outgoing = system ? planOutgoing({ found, referral, system, vault }) : null;
    if (outgoing || sendings.length > 0) all.set(referral.id, { outgoing, sendings });
  }
  return all;
});
