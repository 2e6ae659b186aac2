import "server-only";
import { referenceChanges, type references } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { withheld } from "./labels";
import { displayReference } from "./rules";

/** What a history tells of. The note stands in the list already and may be long, so only that it changed is kept. */
const told = ["state", "canonical", "raw", "issuer", "holder", "issuedOn", "receivedVia", "receivedOn"] as const;

const defined = <T extends object>(row: T) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

/**
 * The number stands in the history as it is shown, not as it is compared. One that seemed to hold a PIN does not stand
 * there at all: the history is never removed, and the PIN is to go when the number is corrected.
 */
function toldOf(kind: string, row: Partial<typeof references.$inferInsert>) {
  const all = Object.fromEntries(told.map((field) => [field, row[field] ?? null]));
  const { canonical = null } = row;
  if (row.warnings?.includes("secret")) {
    return { ...all, raw: withheld, canonical: withheld } as Record<(typeof told)[number], string | null>;
  }
  const shown = canonical === null ? null : displayReference(kind, row.raw ?? "", canonical);
  return { ...all, canonical: shown } as Record<(typeof told)[number], string | null>;
}

type Change = {
  id: string;
  caseId: string;
  change: "recorded" | "amended" | "withdrawn";
  before: Partial<typeof references.$inferInsert>;
  after: Partial<typeof references.$inferInsert>;
  reason: string | null;
};

/** Adds to the history of a number, which only grows. */
export async function noteChange(ctx: TxCtx, { id, caseId, change, before, after, reason }: Change): Promise<void> {
  const kind = before.kind ?? after.kind ?? "";
  const was = toldOf(kind, before);
  const is = toldOf(kind, { ...before, ...defined(after) });
  const fields = told.flatMap((field) =>
    was[field] === is[field] ? [] : [{ field, before: was[field], after: is[field] }],
  );
  const by = { recordedBy: ctx.actor.memberId, recordedAt: ctx.now };
  await ctx.db
    .insert(referenceChanges)
    .values({ id: newId(), orgId: ctx.orgId, caseId, referenceId: id, change, fields, reason, ...by });
}
