import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Tx, transaction } from "@/db/client";
import { handovers } from "@/db/schema";
import { parseInput } from "@/lib/kernel/access/command";
import { mintCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { newId } from "@/lib/platform/ids";
import { systemClock } from "@/lib/platform/time/clock";
import type { FirstEntered, FirstKeys } from "./ctx-from-first-link";
import { isCode, readCode } from "./rules";
import type { LinkOutcome } from "./types";

const TypedCode = z.object({
  code: z
    .string(t("Type the code that you were told."))
    .trim()
    .min(1, t("Type the code that you were told."))
    .transform(readCode)
    .refine(
      isCode,
      t(
        "The code has twelve letters and digits. What you typed cannot be the code, so it does not count as an attempt.",
      ),
    ),
});

type Row = { outcome: LinkOutcome; tries_left: number; first: boolean };

export type Redeemed = { outcome: LinkOutcome; triesLeft: number };

/**
 * Tries a code at a link. The first right one makes the handover and binds the link to this browser, in one transaction
 * with the jobs that follow; a text that can be no code is not a try. @throws AppError invalid at `code`
 */
export async function redeemFirstLink(keys: FirstKeys, raw: unknown): Promise<Redeemed> {
  const { code } = parseInput(TypedCode, raw);
  const { secret, browser } = keys;
  const redeem = async (tx: Tx): Promise<Redeemed> => {
    const [row] = await tx.execute<Row>(
      sql`select * from ctx.redeem_first_link(${secret}, ${code}, ${browser}, ${newId()}::uuid)`,
    );
    if (!row) return { outcome: "unknown", triesLeft: 0 };
    if (row.first) await followUp(tx, keys);
    return { outcome: row.outcome, triesLeft: row.tries_left };
  };
  return transaction(async () => [], redeem, "read write");
}

/** What the worker does with it: each exhibit's ledger names the officer, and the ladder moves on. */
async function followUp(tx: Tx, { secret, browser }: FirstKeys): Promise<void> {
  const [row] = await tx.execute<FirstEntered>(sql`select * from ctx.enter_first_link(${secret}, ${browser})`);
  if (!row) return;
  const actor = { memberId: row.member_id, role: "liaison" as const, name: row.name };
  const base = { orgId: row.org_id, orgName: row.org_name, actor, now: systemClock().now(), door: async () => [] };
  const scoped = { ...mintCtx(base), db: tx, covers: [] };
  const [given] = await tx
    .select({ caseId: handovers.caseId })
    .from(handovers)
    .where(eq(handovers.id, row.handover_id));
  await enqueue(scoped, "link.transferred", { linkId: row.link_id });
  if (given) await enqueue(scoped, "ladder.advance", { caseId: given.caseId });
}
