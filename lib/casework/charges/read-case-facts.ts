import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { exhibits, incidents, preservations } from "@/db/schema";
import { knowledgeShown } from "@/lib/casework/cases/labels";
import { exhibitCode, incidentCode, isDated } from "@/lib/casework/incidents/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { CaseFacts } from "@/lib/law/dual-criminality/types";
import { civilDate } from "@/lib/platform/time/clock";

/** The facts that the rules need: incidents whose date is known, exhibits, and whether a provider preserves anything. */
export async function readCaseFacts(ctx: TxCtx, caseId: string): Promise<CaseFacts> {
  const mine = and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, caseId));
  const happened = await ctx.db
    .select()
    .from(incidents)
    .where(mine)
    .orderBy(asc(incidents.happenedAt), asc(incidents.id));
  const kept = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId)))
    .orderBy(asc(exhibits.number));
  const accepted = and(eq(preservations.caseId, caseId), isNotNull(preservations.acceptedOn));
  return {
    incidents: happened
      .filter(isDated)
      .map(({ id, kind, number, nature, happenedAt, zone, isKnowledge, knowledge }) => ({
        id,
        kind,
        nature,
        happenedAt,
        isKnowledge: knowledgeShown({ nature, isKnowledge, knowledge }) !== null,
        code: incidentCode(kind, number),
        day: civilDate(happenedAt, zone),
        knowledgeText: knowledgeShown({ nature, isKnowledge, knowledge })?.toLowerCase() ?? null,
      })),
    exhibits: kept.map(({ id, number }) => ({ id, code: exhibitCode(number) })),
    isPreserved: (await ctx.db.$count(preservations, accepted)) > 0,
  };
}
