import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { members, recordVersions } from "@/db/schema";
import { ClashError } from "@/lib/platform/errors";
import type { Ctx, TxCtx } from "./ctx";
import { withTransaction } from "./ctx";

/** The value of a form field: text, a checkbox as true or false, several values, or none. */
type Shown = string | number | boolean | null | undefined | readonly string[];

type Edit = {
  record: string;
  /** The version that the form was rendered with; if omitted, the first. */
  seen: number | undefined;
  /** The current values by form field name. Read only on a conflict, under the lock. */
  now: () => Record<string, Shown> | Promise<Record<string, Shown>>;
};

/**
 * Every command that updates a record in place calls this first. Concurrent calls wait for each other, and one based on
 * an older version changes nothing. Increments the version in the same transaction.
 * @throws ClashError with the current values
 */
export async function bumpRecordVersion(ctx: TxCtx, { record, seen = 0, now }: Edit): Promise<void> {
  if (await isBumped(ctx, record, seen)) return;
  const mine = and(eq(recordVersions.orgId, ctx.orgId), eq(recordVersions.recordId, record));
  const [known] = await ctx.db.select().from(recordVersions).where(mine);
  const theirs = Object.fromEntries(Object.entries(await now()).map(([name, value]) => [name, shownAs(value)]));
  const by = await nameOf(ctx, known?.changedBy ?? null);
  const at = (known?.changedAt ?? ctx.now).toISOString();
  throw new ClashError({ by, at, version: known?.version ?? 0, theirs });
}

/** One statement, which waits for whoever changes the record now: false if its version is another one by then. */
async function isBumped(ctx: TxCtx, record: string, seen: number): Promise<boolean> {
  const { db, orgId, now, actor } = ctx;
  const next = { version: seen + 1, changedBy: actor.memberId, changedAt: now };
  const isSeen = eq(recordVersions.version, seen);
  if (seen > 0) {
    const mine = and(eq(recordVersions.orgId, orgId), eq(recordVersions.recordId, record), isSeen);
    return (await db.update(recordVersions).set(next).where(mine)).count > 0;
  }
  const made = await db
    .insert(recordVersions)
    .values({ orgId, recordId: record, version: next.version, changedBy: next.changedBy, changedAt: next.changedAt })
    .onConflictDoUpdate({ target: [recordVersions.orgId, recordVersions.recordId], set: next, setWhere: isSeen });
  return made.count > 0;
}

/** Versions for the forms of a page; a record that was never changed has version 0. */
export function readRecordVersions(ctx: Ctx | TxCtx, records: readonly string[]): Promise<Record<string, number>> {
  return withTransaction(ctx, "read only", async ({ db, orgId }) => {
    if (records.length === 0) return {};
    const rows = await db
      .select({ id: recordVersions.recordId, version: recordVersions.version })
      .from(recordVersions)
      .where(and(eq(recordVersions.orgId, orgId), among(recordVersions.recordId, [...records])));
    return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
  });
}

function shownAs(value: Shown): string[] {
  if (value === null || value === undefined || value === "" || value === false) return [];
  if (value === true) return ["on"];
  return typeof value === "object" ? [...value] : [String(value)];
}

async function nameOf(ctx: TxCtx, memberId: string | null): Promise<string> {
  if (!memberId) return t("The record itself");
  if (memberId === ctx.actor.memberId) return t("You, in another window,");
  const [row] = await ctx.db.select({ name: members.name }).from(members).where(eq(members.id, memberId));
  return row?.name ?? t("A colleague");
}
