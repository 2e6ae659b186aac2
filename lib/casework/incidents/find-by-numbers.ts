import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { accounts, exhibits, incidents } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { type CaseNumber, type Numbered, readNumbers } from "./rules";

const examples: Record<Numbered, string> = {
  exhibit: t("E-3, E-7 to E-12"),
  incident: t("I-3, I-7 to I-12, C-2"),
  account: "A3",
};

/**
 * The ids of items named by number, in the order given.
 * @throws AppError not_found for the case; invalid for text that is not a number, or a number that this case does not
 * have
 */
export const findByNumbers = query(
  "case.read",
  async (ctx, caseId: string, kind: Numbered, text: string): Promise<string[]> => {
    const row = await findCase(ctx, caseId);
    const { numbers, odd } = readNumbers(text, kind);
    if (odd.length > 0)
      throw new AppError("invalid", t("Write it by number: {examples}.", { examples: examples[kind] }));
    if (numbers.length === 0) return [];
    const known = await knownOf(ctx, row.id, kind, numbers);
    const ids = numbers.map((caseNumber) => known.get(codeOf(caseNumber)));
    const missing = numbers.filter((_, at) => ids[at] === undefined).map(codeOf);
    if (missing.length > 0) {
      throw new AppError(
        "invalid",
        t("{value}: this case has none of that number.", { value: missing.slice(0, 5).join(", ") }),
      );
    }
    return ids.filter((id) => id !== undefined);
  },
);

const codeOf = ({ letter, number }: CaseNumber): string => (letter === "A" ? `A${number}` : `${letter}-${number}`);

async function knownOf(ctx: TxCtx, caseId: string, kind: Numbered, numbers: readonly CaseNumber[]) {
  const wanted = [...new Set(numbers.map((caseNumber) => caseNumber.number))];
  const rows = await found[kind](ctx, caseId, wanted);
  return new Map(rows.map(({ id, letter, number }) => [codeOf({ letter, number }), id]));
}

type Row = { id: string } & CaseNumber;

const found: Record<Numbered, (ctx: TxCtx, caseId: string, wanted: number[]) => Promise<Row[]>> = {
  exhibit: async ({ db, orgId }, caseId, wanted) => {
    const { id, number } = exhibits;
    const here = and(eq(exhibits.orgId, orgId), eq(exhibits.caseId, caseId), among(number, wanted));
    return (await db.select({ id, number }).from(exhibits).where(here)).map((row) => ({ ...row, letter: "E" }));
  },
  account: async ({ db, orgId }, caseId, wanted) => {
    const { id, number } = accounts;
    const here = and(eq(accounts.orgId, orgId), eq(accounts.caseId, caseId), among(number, wanted));
    return (await db.select({ id, number }).from(accounts).where(here)).map((row) => ({ ...row, letter: "A" }));
  },
  incident: async ({ db, orgId }, caseId, wanted) => {
    const { id, number, kind } = incidents;
    const here = and(eq(incidents.orgId, orgId), eq(incidents.caseId, caseId), among(number, wanted));
    const rows = await db.select({ id, number, kind }).from(incidents).where(here);
    return rows.map((row) => ({ id: row.id, number: row.number, letter: row.kind === "act" ? "I" : "C" }));
  },
};
