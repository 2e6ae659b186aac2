import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { charges, exhibits, incidents, preservations } from "@/db/schema";
import { knowledgeShown } from "@/lib/casework/cases/labels";
import { exhibitCode, incidentCode } from "@/lib/casework/incidents/rules";
import type { Scoped } from "@/lib/kernel/access/ctx";
import type { CaseFacts } from "@/lib/law/dual-criminality/types";
import { AppError } from "@/lib/platform/errors";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";

/** A charge of this very case. @throws AppError not_found */
export async function findCharge(ctx: Scoped, caseId: string, chargeId: string) {
  const [row] = await ctx.db
    .select()
    .from(charges)
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, caseId), eq(charges.id, chargeId)));
  if (!row) throw new AppError("not_found", "No such charge.");
  return row;
}

/** What the rules know of a case: its incidents with their days, its exhibits, and whether a provider keeps anything. */
export async function readCaseFacts(ctx: Scoped, caseId: string): Promise<CaseFacts> {
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
    incidents: happened.map(({ id, kind, number, nature, happenedAt, zone, isKnowledge, knowledge }) => ({
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

/** The days of the acts alone: what the law must have covered. */
export function actDays(all: readonly { kind: "act" | "event"; day: CivilDate }[]): CivilDate[] {
  return [...new Set(all.filter((one) => one.kind === "act").map((one) => one.day))];
}
