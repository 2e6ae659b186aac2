import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, max, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { breaches, cases } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { createVault } from "@/lib/kernel/access/vault";
import { findMember } from "@/lib/organisation/members/access";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { instantOnWall } from "@/lib/platform/time/zone";
import { RecordBreach } from "../input";
import { wordsPlace } from "../rules";
import type { BreachWords } from "../types";

/**
 * Records that data was, or may have been, compromised: when it was discovered, on which grounds, what happened, and
 * what determines who is affected.
 * @throws AppError invalid with the field; not_found for a member of another organisation
 */
export const recordBreach = command({
  needs: "breach.write",
  input: RecordBreach,
  async run(ctx, { discovered, zone, categories, memberId, from, until, cases: codes, ...breachWords }) {
    const discoveredAt = instantOnWall(discovered, zone);
    if (!discoveredAt || discoveredAt > ctx.now) {
      const wrong = t("The time you found out cannot be in the future.");
      throw new AppError("invalid", wrong, { discovered: wrong });
    }
    if (memberId) await findMember(ctx, memberId);
    const words: BreachWords = breachWords;
    const id = newId();
    const vault = await createVault(ctx, "breach");
    const number = await nextNumber(ctx);
    await ctx.db.insert(breaches).values({
      id,
      orgId: ctx.orgId,
      keyId: vault.keyId,
      number,
      discoveredAt,
      zone,
      categories,
      memberId,
      fromAt: from ? instantOnWall(from, zone) : null,
      untilAt: until ? instantOnWall(until, zone) : null,
      caseIds: codes ? await casesOf(ctx, codes) : null,
      words: vault.seal(wordsPlace(id), JSON.stringify(words)),
      recordedBy: ctx.actor.memberId ?? "",
      recordedAt: ctx.now,
    });
    return { value: { id }, audit: { action: "breach.recorded", subjectId: id, detail: { number, categories } } };
  },
});

async function nextNumber(ctx: TxCtx): Promise<number> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`breach ${ctx.orgId}`}, 0))`);
  const [last] = await ctx.db
    .select({ number: max(breaches.number) })
    .from(breaches)
    .where(eq(breaches.orgId, ctx.orgId));
  return (last?.number ?? 0) + 1;
}

/** @throws AppError invalid at `cases`, naming a number that no case has */
async function casesOf(ctx: TxCtx, text: string): Promise<string[]> {
  const codes = [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
  const rows = await ctx.db
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), among(cases.code, codes)));
  const missing = codes.find((code) => !rows.some((row) => row.code === code));
  if (missing) {
    const message = t("No case has the number {value}.", { value: missing.slice(0, 40) });
    throw new AppError("invalid", message, { cases: message });
  }
  return rows.map(({ id }) => id);
}
