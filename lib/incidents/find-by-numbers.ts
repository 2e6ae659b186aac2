import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { accounts, exhibits, incidents } from "@/db/schema";
import type { Ctx, Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { findCase } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { type CaseNumber, exhibitCode, incidentCode, type Numbered, readNumbers } from "./rules";

const examples: Record<Numbered, string> = {
  exhibit: "E-3, E-7 to E-12",
  incident: "I-3, I-7 to I-12, C-2",
  account: "A3",
};

/**
 * The ids of what is named by its number, in the order in which it was named.
 * @throws AppError not_found for the case; invalid for what is no number, or one that this case does not have
 */
export const findByNumbers = query(
  "case.read",
  async (ctx, caseId: string, kind: Numbered, text: string): Promise<string[]> => {
    const row = await findCase(ctx, caseId);
    const { numbers, odd } = readNumbers(text, kind);
    if (odd.length > 0) throw new AppError("invalid", `Write it by number: ${examples[kind]}.`);
    if (numbers.length === 0) return [];
    const known = await knownOf(ctx, row.id, kind, numbers);
    const ids = numbers.map((one) => known.get(codeOf(one)));
    const missing = numbers.filter((_, at) => ids[at] === undefined).map(codeOf);
    if (missing.length > 0) {
      throw new AppError("invalid", `${missing.slice(0, 5).join(", ")}: this case has none of that number.`);
    }
    return ids.filter((id) => id !== undefined);
  },
);

/** The codes of exhibits and incidents of a case, by id. @throws AppError not_found */
export const readCodes = query(
  "case.read",
  async (ctx, caseId: string, ids: readonly string[]): Promise<Map<string, string>> => {
    const row = await findCase(ctx, caseId);
    if (ids.length === 0) return new Map();
    const acts = await ctx.db
      .select({ id: incidents.id, kind: incidents.kind, number: incidents.number })
      .from(incidents)
      .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, row.id), inArray(incidents.id, [...ids])));
    const kept = await ctx.db
      .select({ id: exhibits.id, number: exhibits.number })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.id), inArray(exhibits.id, [...ids])));
    return new Map([
      ...acts.map((one) => [one.id, incidentCode(one.kind, one.number)] as const),
      ...kept.map((one) => [one.id, exhibitCode(one.number)] as const),
    ]);
  },
);

export type ByNumber = { field: string; kind: Numbered; text: string };

/**
 * The same for several fields of a form at once, by field. @throws AppError invalid beside each field that names
 * something else
 */
export async function findAllByNumbers(
  ctx: Ctx | Scoped,
  caseId: string,
  typed: readonly ByNumber[],
): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  const wrong: Record<string, string> = {};
  for (const { field, kind, text } of typed) {
    try {
      ids.set(field, await findByNumbers(ctx, caseId, kind, text));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid") throw error;
      wrong[field] = error.message;
    }
  }
  if (Object.keys(wrong).length > 0) throw new AppError("invalid", "Some numbers need another look.", wrong);
  return ids;
}

const codeOf = ({ letter, number }: CaseNumber): string => (letter === "A" ? `A${number}` : `${letter}-${number}`);

async function knownOf(ctx: Scoped, caseId: string, kind: Numbered, numbers: readonly CaseNumber[]) {
  const wanted = [...new Set(numbers.map((one) => one.number))];
  const rows = await found[kind](ctx, caseId, wanted);
  return new Map(rows.map(({ id, letter, number }) => [codeOf({ letter, number }), id]));
}

type Row = { id: string } & CaseNumber;

const found: Record<Numbered, (ctx: Scoped, caseId: string, wanted: number[]) => Promise<Row[]>> = {
  exhibit: async ({ db, orgId }, caseId, wanted) => {
    const { id, number } = exhibits;
    const here = and(eq(exhibits.orgId, orgId), eq(exhibits.caseId, caseId), inArray(number, wanted));
    return (await db.select({ id, number }).from(exhibits).where(here)).map((one) => ({ ...one, letter: "E" }));
  },
  account: async ({ db, orgId }, caseId, wanted) => {
    const { id, number } = accounts;
    const here = and(eq(accounts.orgId, orgId), eq(accounts.caseId, caseId), inArray(number, wanted));
    return (await db.select({ id, number }).from(accounts).where(here)).map((one) => ({ ...one, letter: "A" }));
  },
  incident: async ({ db, orgId }, caseId, wanted) => {
    const { id, number, kind } = incidents;
    const here = and(eq(incidents.orgId, orgId), eq(incidents.caseId, caseId), inArray(number, wanted));
    const rows = await db.select({ id, number, kind }).from(incidents).where(here);
    return rows.map((one) => ({ id: one.id, number: one.number, letter: one.kind === "act" ? "I" : "C" }));
  },
};
