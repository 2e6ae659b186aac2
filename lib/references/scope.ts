import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { referenceKeys, references } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { sqlState } from "@/lib/access/database-errors";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { parseReference } from "./rules";
import type { ParsedReference } from "./types";

/** A reference of a case this person may see. @throws AppError not_found */
export async function findReference(ctx: Scoped, referenceId: string) {
  if (isId(referenceId)) {
    const [row] = await ctx.db
      .select()
      .from(references)
      .where(and(eq(references.orgId, ctx.orgId), eq(references.id, referenceId), ne(references.state, "withdrawn")));
    if (row) return row;
  }
  throw new AppError("not_found", "No such reference.");
}

/** Reads a number as its kind is written. @throws AppError invalid that names the field and says how to mend it */
export function readNumber(kind: string, raw: string, station: string | null, today: string): ParsedReference {
  const parsed = parseReference(kind, raw, { station, today });
  if (!parsed.ok) throw new AppError("invalid", "The number needs another look.", { [parsed.field]: parsed.reason });
  return parsed.value;
}

type NewReference = Omit<typeof references.$inferInsert, "orgId" | "recordedBy" | "recordedAt"> & {
  keys: readonly string[];
};

/**
 * Writes a reference and the spellings that find it.
 * @throws AppError conflict on `raw` when the number is recorded already in this organisation
 */
export async function writeReference(ctx: Scoped, { keys, ...row }: NewReference): Promise<void> {
  const by = { orgId: ctx.orgId, recordedBy: ctx.actor.memberId, recordedAt: ctx.now };
  try {
    await ctx.db.transaction((tx) => tx.insert(references).values({ ...row, ...by }));
  } catch (error) {
    throw await asDuplicate(ctx, row, error);
  }
  await writeKeys(ctx, { caseId: row.caseId, referenceId: row.id, handoverId: row.handoverId ?? null, keys });
}

type Keys = { caseId: string; referenceId: string; handoverId: string | null; keys: readonly string[] };

/** Replaces the spellings of one reference. */
export async function writeKeys(ctx: Scoped, { keys, ...owner }: Keys): Promise<void> {
  await ctx.db
    .delete(referenceKeys)
    .where(and(eq(referenceKeys.orgId, ctx.orgId), eq(referenceKeys.referenceId, owner.referenceId)));
  const rows = [...new Set(keys)].map((key) => ({ orgId: ctx.orgId, key, ...owner }));
  if (rows.length > 0) await ctx.db.insert(referenceKeys).values(rows);
}

/** The unique index decides; here it is only said in words. */
export async function asDuplicate(
  ctx: Scoped,
  row: { caseId: string; kind: string; canonical?: string | null },
  error: unknown,
): Promise<unknown> {
  if (sqlState(error) !== "23505") return error;
  const [known] = await ctx.db
    .select({ caseId: references.caseId })
    .from(references)
    .where(
      and(
        eq(references.orgId, ctx.orgId),
        eq(references.kind, row.kind),
        eq(references.canonical, row.canonical ?? ""),
        eq(references.state, "issued"),
      ),
    );
  const said =
    known?.caseId === row.caseId
      ? "This number is recorded on this case already."
      : "This number is recorded on another case. Check it; if it is right, ask your supervisor.";
  return new AppError("conflict", said, { raw: said });
}
