import "server-only";
import { and, asc, desc, eq, isNull, max } from "drizzle-orm";
import { among } from "@/db/among";
import { exhibits, references, takedownEvents, takedowns } from "@/db/schema";
import { type findCase, lockCase } from "@/lib/casework/cases/access";
import { markAddress } from "@/lib/evidence/exhibits/mark-address";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import { entryPlace, proofPlace, standingOf, takedownPlace } from "./rules";
import type { CheckProof, Item, Standing } from "./types";

type CaseRow = Awaited<ReturnType<typeof findCase>>;
export type EntryRow = typeof takedownEvents.$inferSelect;

/** A case with what its take-down list is read by. */
export type Desk = { row: CaseRow; vault: Vault; law: Law; playbook: Playbook; today: string; zone: string };

/** @param row the case, found or locked */
export async function openDesk(ctx: TxCtx, row: CaseRow): Promise<Desk> {
  const law = await readLaw(ctx);
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  if (!playbook) throw new Error(`No playbook ${row.pair}, version ${row.playbookVersion}.`);
  const { zone } = playbook.home;
  return { row, law, playbook, zone, vault: await openVault(ctx, row.keyId), today: civilDate(ctx.now, zone) };
}

const opened = ({ id, url, what, ...item }: typeof takedowns.$inferSelect, vault: Vault): Item => ({
  id,
  number: item.number,
  kind: item.kind,
  platform: item.platform,
  url: vault.openMaybe(takedownPlace(id, "url"), url),
  what: vault.openMaybe(takedownPlace(id, "what"), what),
  accountId: item.accountId,
  incidentId: item.incidentId,
  exhibitId: item.exhibitId,
});

/** The items of a case that are on the list, by number. */
export async function readItems(ctx: TxCtx, { row, vault }: Pick<Desk, "row" | "vault">): Promise<Item[]> {
  const mine = and(eq(takedowns.orgId, ctx.orgId), eq(takedowns.caseId, row.id), isNull(takedowns.droppedAt));
  const rows = await ctx.db.select().from(takedowns).where(mine).orderBy(asc(takedowns.number));
  return rows.map((item) => opened(item, vault));
}

/** Every entry of these items in the order of recording, undone ones included. */
export async function readEntries(ctx: TxCtx, takedownIds: readonly string[]): Promise<EntryRow[]> {
  if (takedownIds.length === 0) return [];
  return ctx.db
    .select()
    .from(takedownEvents)
    .where(and(eq(takedownEvents.orgId, ctx.orgId), among(takedownEvents.takedownId, [...takedownIds])))
    .orderBy(asc(takedownEvents.recordedAt), asc(takedownEvents.id));
}

export const isKept = ({ undoneAt }: EntryRow): boolean => undoneAt === null;

/** The case of an item that this person may see. @throws AppError not_found */
async function caseOfItem(ctx: TxCtx, takedownId: string): Promise<string> {
  if (isId(takedownId)) {
    const [found] = await ctx.db
      .select({ caseId: takedowns.caseId })
      .from(takedowns)
      .where(and(eq(takedowns.orgId, ctx.orgId), eq(takedowns.id, takedownId), isNull(takedowns.droppedAt)));
    if (found) return found.caseId;
  }
  throw new AppError("not_found", t("No such item on the take-down list."));
}

export type LockedItem = Desk & { item: Item; entries: EntryRow[]; standing: Standing };

/** An item with its case locked, and what its entries say. @throws AppError not_found */
export async function lockItem(ctx: TxCtx, takedownId: string): Promise<LockedItem> {
  const row = await lockCase(ctx, await caseOfItem(ctx, takedownId));
  const desk = await openDesk(ctx, row);
  const item = (await readItems(ctx, desk)).find(({ id }) => id === takedownId);
  if (!item) throw new AppError("not_found", t("No such item on the take-down list."));
  const entries = (await readEntries(ctx, [takedownId])).filter(isKept);
  return { ...desk, item, entries, standing: standingOf(entries) };
}

/** The number of the next item of a case, dropped ones counted. */
export async function nextNumber(ctx: TxCtx, caseId: string): Promise<number> {
  const [last] = await ctx.db
    .select({ number: max(takedowns.number) })
    .from(takedowns)
    .where(and(eq(takedowns.orgId, ctx.orgId), eq(takedowns.caseId, caseId)));
  return (last?.number ?? 0) + 1;
}

type NewItem = Omit<Item, "id"> & { caseId: string };

/** Puts an item on the list of a locked case. */
export async function writeItem(ctx: TxCtx, vault: Vault, { url, what, ...item }: NewItem): Promise<string> {
  const id = newId();
  await ctx.db.insert(takedowns).values({
    ...item,
    id,
    orgId: ctx.orgId,
    url: vault.sealMaybe(takedownPlace(id, "url"), url),
    addressMark: markAddress(vault, url),
    what: vault.sealMaybe(takedownPlace(id, "what"), what),
    addedBy: requirePerson(ctx),
    addedAt: ctx.now,
  });
  return id;
}

type NewEntry = Pick<typeof takedownEvents.$inferInsert, "event" | "happenedOn"> &
  Partial<
    Pick<
      typeof takedownEvents.$inferInsert,
      "route" | "happenedAt" | "appealBy" | "seenBy" | "referenceId" | "proofExhibitId"
    >
  > & { takedownId: string; note: string | null };

/** Adds an entry to the history of an item of a locked case. */
export async function writeEntry(
  ctx: TxCtx,
  { row, vault }: Pick<Desk, "row" | "vault">,
  { note, ...entry }: NewEntry,
): Promise<string> {
  const id = newId();
  await ctx.db.insert(takedownEvents).values({
    ...entry,
    id,
    orgId: ctx.orgId,
    caseId: row.id,
    note: vault.sealMaybe(entryPlace(id), note),
    recordedBy: requirePerson(ctx),
    recordedAt: ctx.now,
  });
  // What a person recorded may make the next check due sooner.
  await ctx.db
    .update(takedowns)
    .set({ nextCheckAt: null })
    .where(and(eq(takedowns.orgId, ctx.orgId), eq(takedowns.id, entry.takedownId)));
  return id;
}

/** What the checker was answered; null for what a person recorded. */
export function openProof(vault: Vault, { id, proof }: Pick<EntryRow, "id" | "proof">): CheckProof | null {
  const text = vault.openMaybe(proofPlace(id), proof);
  return text === null ? null : (JSON.parse(text) as CheckProof);
}

export function requirePerson(ctx: TxCtx): string {
  if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person keeps the take-down list."));
  return ctx.actor.memberId;
}

/** @throws AppError invalid on `proofExhibitId` for an exhibit of another case */
export async function requireProof(ctx: TxCtx, caseId: string, exhibitId: string | null): Promise<void> {
  if (exhibitId === null) return;
  const mine = and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId));
  if ((await ctx.db.$count(exhibits, mine)) > 0) return;
  const message = t("The proof is not an exhibit of this case.");
  throw new AppError("invalid", message, { proofExhibitId: message });
}

/** Numbers of the case of these kinds, newest first. */
export async function readNumbers(ctx: TxCtx, caseId: string, kinds: readonly string[]) {
  return ctx.db
    .select({
      id: references.id,
      kind: references.kind,
      issuer: references.issuer,
      raw: references.raw,
      canonical: references.canonical,
      warnings: references.warnings,
      state: references.state,
    })
    .from(references)
    .where(
      and(
        eq(references.orgId, ctx.orgId),
        eq(references.caseId, caseId),
        eq(references.state, "issued"),
        among(references.kind, [...kinds]),
      ),
    )
    .orderBy(desc(references.recordedAt), desc(references.id));
}
