import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, timestamps } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { query } from "@/lib/kernel/access/query";
import { authorities } from "@/lib/platform/tsa/authorities";
import type { StampRow } from "./access";
import { dueAt, summaryOf } from "./rules";
import type { StampProblem, StampState, StampSummary, StampsView, StampView } from "./types";

/** The time stamps of an exhibit, one for each authority that is set up or gave one. @throws AppError not_found */
export const listStamps = query("case.read", async (ctx, exhibitId: string): Promise<StampsView> => {
  const { sha256, number } = await findExhibit(ctx, exhibitId);
  const rows = await ctx.db
    .select()
    .from(timestamps)
    .where(and(eq(timestamps.orgId, ctx.orgId), eq(timestamps.exhibitId, exhibitId)))
    .orderBy(asc(timestamps.id));
  const names = authorities().map(({ name }) => name);
  const set = names.map((name) =>
    viewOf(
      name,
      rows.find(({ authority }) => authority === name),
    ),
  );
  const past = rows.filter(({ authority, state }) => state === "held" && !names.includes(authority));
  const stamps = [...set, ...past.map((row) => viewOf(row.authority, row))];
  return { setUp: names.length > 0, stamps, sha256, label: exhibitLabel(number) };
});

/**
 * The stamp state of the exhibits of a case, in one statement: by id, and `otherwise` for those without a record. Empty
 * for a case that this person may not see.
 */
export const stampSummaries = query("case.read", async (ctx, caseId: string, ids?: readonly string[]) => {
  const rows = await ctx.db
    .select({ exhibitId: timestamps.exhibitId, authority: timestamps.authority, state: timestamps.state })
    .from(timestamps)
    .innerJoin(cases, eq(cases.id, timestamps.caseId))
    .where(and(visibleCases(ctx), eq(timestamps.caseId, caseId), ids && among(timestamps.exhibitId, [...ids])));
  const names = authorities().map(({ name }) => name);
  const perExhibit = new Map<string, Known[]>();
  for (const row of rows) perExhibit.set(row.exhibitId, [...(perExhibit.get(row.exhibitId) ?? []), row]);
  const states = new Map<string, StampSummary>();
  for (const [exhibitId, found] of perExhibit) states.set(exhibitId, summaryOf(statesOf(names, found)));
  return { states, otherwise: summaryOf(names.map(() => "pending")) };
});

type Known = { authority: string; state: StampState };

/** An authority that is set up counts even when nothing is recorded of it; one that is not, when its stamp is held. */
function statesOf(names: readonly string[], found: readonly Known[]): StampState[] {
  const past = found.filter(({ authority, state }) => state === "held" && !names.includes(authority));
  const set = names.map((name) => found.find(({ authority }) => authority === name)?.state ?? "pending");
  return [...set, ...past.map(({ state }) => state)];
}

function viewOf(authority: string, row: StampRow | undefined): StampView {
  if (!row) {
    return {
      id: null,
      authority,
      state: "pending",
      tries: 0,
      lastTriedAt: null,
      nextAt: null,
      problem: null,
      proven: null,
    };
  }
  const { id, state, tries, lastTriedAt } = row;
  const problem = row.problem as StampProblem | null;
  return { id, authority, state, tries, lastTriedAt, problem, nextAt: dueAt(row), proven: provenOf(row) };
}

function provenOf({ state, genTime, policy, serial, tsaName }: StampRow): StampView["proven"] {
  if (state !== "held" || !genTime || !policy || !serial || tsaName === null) return null;
  return { genTime, policy, serial, tsaName };
}
