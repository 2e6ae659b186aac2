import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, or, type SQL } from "drizzle-orm";
import { caseNotes } from "@/db/schema";
import { findCase, lockCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

export type NoteRow = typeof caseNotes.$inferSelect;

/** Of the notes of a case that this person sees: supervision notes only as their author or as a supervisor. */
export function visibleNotes({ actor, orgId }: TxCtx): SQL | undefined {
  const here = eq(caseNotes.orgId, orgId);
  if (actor.role !== "caseworker") return here;
  return and(here, or(eq(caseNotes.visibility, "working"), eq(caseNotes.writtenBy, actor.memberId ?? orgId)));
}

/** A note that this person may see, with its case. @throws AppError not_found */
export async function findNote(ctx: TxCtx, noteId: string) {
  const note = await readNote(ctx, noteId);
  return { note, row: await findCase(ctx, note.caseId) };
}

/** The same with the case locked, for a change. @throws AppError not_found; conflict for a withdrawn note */
export async function lockNote(ctx: TxCtx, noteId: string) {
  const { caseId } = await readNote(ctx, noteId);
  const row = await lockCase(ctx, caseId);
  const note = await readNote(ctx, noteId);
  if (note.withdrawnAt) throw new AppError("conflict", t("This note was withdrawn. It cannot be changed any more."));
  refuseOld(ctx, note.writtenAt);
  return { note, row };
}

async function readNote(ctx: TxCtx, noteId: string): Promise<NoteRow> {
  if (isId(noteId)) {
    const [note] = await ctx.db
      .select()
      .from(caseNotes)
      .where(and(visibleNotes(ctx), eq(caseNotes.id, noteId)));
    if (note) return note;
  }
  throw new AppError("not_found", t("No such note."));
}

/** The zone of the home country of a case, on whose wall times are typed. */
export const homeZoneOf = (row: { pair: string; playbookVersion: number }): string =>
  findPlaybook(row.pair, row.playbookVersion)?.home.zone ?? "UTC";
