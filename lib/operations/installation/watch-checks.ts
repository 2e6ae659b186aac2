import "server-only";
import { sql } from "drizzle-orm";
import { auditEntries } from "@/db/schema";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { env } from "@/lib/platform/env";
import { lookAround } from "./look-around";
import { readFactsAsJob } from "./queries";
import { turnsOf } from "./rules";
import type { CheckResult, CheckTurn } from "./types";

/**
 * The hourly job that makes every check and logs which turned to "Fix this" and which no longer say so: the log raises
 * the alert, and remembers how each was. A demonstration has nobody to mend it.
 * @returns what turned
 */
export async function watchChecks(ctx: Ctx, look = () => lookAround(ctx, readFactsAsJob)): Promise<CheckTurn[]> {
  requirePermission(ctx, "job.run");
  if (env().DEMO) return [];
  return noteTurns(ctx, await look());
}

function noteTurns(ctx: Ctx, results: readonly CheckResult[]): Promise<CheckTurn[]> {
  return withTransaction(ctx, "read write", async (scoped) => {
    const turns = turnsOf(results, await readFailed(scoped));
    for (const { key, failed } of turns) {
      const action = failed ? "installation.check_failed" : "installation.check_mended";
      await writeAudit(scoped.db, { action, subjectId: ctx.orgId, detail: { check: key } });
    }
    return turns;
  });
}

/** The checks that said "Fix this" when they were logged last. The actions are in the words of the index. */
async function readFailed({ db, orgId }: TxCtx): Promise<Set<string>> {
  const rows = await db.execute<{ check_key: string; failed: boolean }>(sql`
    select distinct on (check_key) detail ->> 'check' as check_key, action = 'installation.check_failed' as failed
    from ${auditEntries}
    where org_id = ${orgId}::uuid and action in ('installation.check_failed', 'installation.check_mended')
    order by check_key, seq desc`);
  return new Set(rows.filter(({ failed }) => failed).map((row) => row.check_key));
}
