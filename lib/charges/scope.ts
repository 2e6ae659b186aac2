import "server-only";
import { and, eq } from "drizzle-orm";
import { charges, incidents } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import type { CivilDate } from "@/lib/platform/calendar";
import { civilDate } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";

/** A charge of this very case. @throws AppError not_found */
export async function findCharge(ctx: Scoped, caseId: string, chargeId: string) {
  const [row] = await ctx.db
    .select()
    .from(charges)
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, caseId), eq(charges.id, chargeId)));
  if (!row) throw new AppError("not_found", "No such charge.");
  return row;
}

/** Every incident of a case with the day it has on the wall where it was seen. */
export async function incidentDays(
  ctx: Scoped,
  caseId: string,
): Promise<{ id: string; kind: "act" | "event"; number: number; day: CivilDate }[]> {
  const rows = await ctx.db
    .select()
    .from(incidents)
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, caseId)))
    .orderBy(incidents.happenedAt);
  return rows.map(({ id, kind, number, happenedAt, zone }) => ({ id, kind, number, day: civilDate(happenedAt, zone) }));
}

/** The days of the acts alone: what the law must have covered. */
export function actDays(all: readonly { kind: "act" | "event"; day: CivilDate }[]): CivilDate[] {
  return [...new Set(all.filter((one) => one.kind === "act").map((one) => one.day))];
}
