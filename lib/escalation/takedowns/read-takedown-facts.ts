import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { incidents, takedownEvents, takedowns } from "@/db/schema";
import type { TakedownFact } from "@/lib/escalation/steps/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { standingOf, takedownCode } from "./rules";

/** The take-down lists of these cases as their steps count them, in one statement. */
export async function readTakedownFacts(
  { db }: TxCtx,
  caseIds: readonly string[],
): Promise<Map<string, TakedownFact[]>> {
  // Of a post the act that it is; of an account all acts that came from it.
  const natures = sql<string[]>`array(select distinct ${incidents.nature} from ${incidents}
    where ${incidents.caseId} = ${takedowns.caseId} and ${incidents.kind} = 'act'
      and (${incidents.id} = ${takedowns.incidentId}
        or (${takedowns.incidentId} is null and ${incidents.accountId} = ${takedowns.accountId}))
    order by 1)`;
  const rows = await db
    .select({
      id: takedowns.id,
      caseId: takedowns.caseId,
      number: takedowns.number,
      platform: takedowns.platform,
      natures,
      entry: {
        event: takedownEvents.event,
        route: takedownEvents.route,
        happenedOn: takedownEvents.happenedOn,
        happenedAt: takedownEvents.happenedAt,
        appealBy: takedownEvents.appealBy,
        referenceId: takedownEvents.referenceId,
      },
    })
    .from(takedowns)
    .leftJoin(takedownEvents, and(eq(takedownEvents.takedownId, takedowns.id), isNull(takedownEvents.undoneAt)))
    .where(and(among(takedowns.caseId, [...caseIds]), isNull(takedowns.droppedAt)))
    .orderBy(asc(takedowns.number), asc(takedownEvents.recordedAt), asc(takedownEvents.id));
  const items = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const standing = standingOf([first, ...more].flatMap(({ entry }) => entry ?? []));
    const { id, caseId, number, platform } = first;
    return [{ caseId, fact: { id, code: takedownCode(number), platform, natures: first.natures, ...standing } }];
  });
  return new Map(
    [...Map.groupBy(items, ({ caseId }) => caseId)].map(([caseId, ofCase]) => [caseId, ofCase.map(({ fact }) => fact)]),
  );
}
