import "server-only";
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { caseNotes, noteDrafts, noteVersions } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { listAccountChoices } from "@/lib/casework/subjects/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { wallTime } from "@/lib/platform/time/zone";
import { findNote, homeZoneOf, type NoteRow, visibleNotes } from "./access";
import { openNote } from "./open-note";
import { bodyPlace, draftPlace, sealedPlace } from "./rules";
import type { DraftView, NoteBody, NotePage, NoteView, TypedNote } from "./types";

/** One note with every wording that it had. @throws AppError not_found, also for a supervision note of somebody else */
export const getNote = query("case.read", async (ctx, caseId: string, noteId: string): Promise<NotePage> => {
  const found = await findCase(ctx, caseId);
  const { note } = await findNote(ctx, noteId);
  const rows = await ctx.db
    .select()
    .from(noteVersions)
    .where(and(eq(noteVersions.orgId, ctx.orgId), eq(noteVersions.noteId, note.id)))
    .orderBy(desc(noteVersions.number));
  const vault = await openVault(ctx, found.keyId);
  const names = await namesOf(ctx, [note.writtenBy, note.withdrawnBy, ...rows.map((row) => row.savedBy)]);
  const accounts = note.accountId ? await listAccountChoices(ctx, found.id) : [];
  return {
    note: viewOf(vault, note, names, homeZoneOf(found)),
    versions: rows.map((row) => ({
      number: row.number,
      by: names.get(row.savedBy) ?? "",
      at: row.savedAt,
      body: JSON.parse(vault.open(bodyPlace(row.id), row.body)) as NoteBody,
    })),
    account: accounts.find((account) => account.id === note.accountId)?.label ?? null,
    mayWithdraw: ctx.actor.role === "supervisor" || note.writtenBy === ctx.actor.memberId,
    homeZone: homeZoneOf(found),
  };
});

/** The pinned notes of a case that this person sees, the newest pin first. @throws AppError not_found */
export const listPinnedNotes = query("case.read", async (ctx, caseId: string): Promise<NoteView[]> => {
  const found = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(caseNotes)
    .where(
      and(
        visibleNotes(ctx),
        eq(caseNotes.caseId, found.id),
        isNotNull(caseNotes.pinnedAt),
        isNull(caseNotes.withdrawnAt),
      ),
    )
    .orderBy(desc(caseNotes.pinnedAt), desc(caseNotes.id));
  const vault = await openVault(ctx, found.keyId);
  const names = await namesOf(
    ctx,
    rows.map((row) => row.writtenBy),
  );
  return rows.map((row) => viewOf(vault, row, names, homeZoneOf(found)));
});

/**
 * What this person typed and did not save: of one note, or the newest of a note that is not saved yet. Null if nothing.
 * @throws AppError not_found
 */
export const readDraft = query("case.read", async (ctx, caseId: string, noteId?: string): Promise<DraftView | null> => {
  const found = await findCase(ctx, caseId);
  const of = noteId ? eq(noteDrafts.noteId, noteId) : isNull(caseNotes.id);
  const [row] = await ctx.db
    .select({ draft: noteDrafts })
    .from(noteDrafts)
    .leftJoin(caseNotes, and(eq(caseNotes.orgId, noteDrafts.orgId), eq(caseNotes.id, noteDrafts.noteId)))
    .where(and(ownDrafts(ctx, found.id), of))
    .orderBy(desc(noteDrafts.savedAt))
    .limit(1);
  if (!row) return null;
  const { draft } = row;
  const vault = await openVault(ctx, found.keyId);
  const typed = JSON.parse(vault.open(draftPlace(draft.id), draft.body)) as TypedNote;
  return { noteId: draft.noteId, revision: draft.revision, savedAt: draft.savedAt, typed };
});

/** A draft that was saved longer ago than this is not being typed now. */
const typingFor = 10 * 60_000;

/** Who else is changing this note now, the latest first. What they type is theirs alone. */
export const listOthersChanging = query(
  "case.read",
  async (ctx, noteId: string): Promise<{ by: string; savedAt: Date }[]> => {
    const since = new Date(ctx.now.getTime() - typingFor).toISOString();
    const rows = await ctx.db.execute<{ by: string; at: Date }>(
      sql`select member_id as by, saved_at as at from app.others_drafting(${noteId}::uuid, ${since}::timestamptz)`,
    );
    const names = await namesOf(
      ctx,
      rows.map(({ by }) => by),
    );
    return rows.map(({ by, at }) => ({ by: names.get(by) ?? "", savedAt: new Date(at) }));
  },
);

/** Whether this person began a note on the case and did not save it. */
export const hasDraft = query("case.read", async (ctx, caseId: string): Promise<boolean> => {
  const [row] = await ctx.db
    .select({ id: noteDrafts.id })
    .from(noteDrafts)
    .leftJoin(caseNotes, and(eq(caseNotes.orgId, noteDrafts.orgId), eq(caseNotes.id, noteDrafts.noteId)))
    .where(and(ownDrafts(ctx, caseId), isNull(caseNotes.id)))
    .limit(1);
  return row !== undefined;
});

const ownDrafts = ({ orgId, actor }: TxCtx, caseId: string) =>
  and(eq(noteDrafts.orgId, orgId), eq(noteDrafts.caseId, caseId), eq(noteDrafts.memberId, actor.memberId ?? orgId));

function viewOf(vault: Vault, row: NoteRow, names: ReadonlyMap<string, string>, zone: string): NoteView {
  const { happenedAt: _when, ...body } = openNote(vault, row);
  const reason = vault.openMaybe(sealedPlace(row.id)("withdrawn_reason"), row.withdrawnReason);
  return {
    ...body,
    id: row.id,
    caseId: row.caseId,
    visibility: row.visibility,
    happenedAt: row.happenedAt,
    when: wallTime(row.happenedAt, zone),
    nextDoneOn: row.nextDoneOn,
    pinnedAt: row.pinnedAt,
    by: names.get(row.writtenBy) ?? "",
    byId: row.writtenBy,
    writtenAt: row.writtenAt,
    changedAt: row.changedAt,
    withdrawn: row.withdrawnAt && {
      at: row.withdrawnAt,
      by: names.get(row.withdrawnBy ?? "") ?? "",
      reason: reason ?? "",
    },
  };
}
