import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { caseNotes } from "@/db/schema";
import { type NoteRow, visibleNotes } from "@/lib/casework/notes/access";
import { noteTitle } from "@/lib/casework/notes/labels";
import { openNote } from "@/lib/casework/notes/open-note";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { formatDate } from "@/lib/platform/text/format";
import type { SourceRow, Traced } from "../types";

/** Notes and contacts, also those that were withdrawn. */
export async function listNoteRows(ctx: TxCtx, { row, vault, most }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select()
    .from(caseNotes)
    .where(and(visibleNotes(ctx), eq(caseNotes.caseId, row.id)))
    .orderBy(desc(caseNotes.happenedAt))
    .limit(most);
  return rows.map((note) => ({
    key: `note-${note.id}`,
    kind: note.kind,
    at: note.happenedAt,
    day: null,
    title: noteTitle(note),
    words: () => wordsOf(openNote(vault, note), note.nextDoneOn),
    byId: note.writtenBy,
    party: note.party,
    accountId: note.accountId,
    href: `/cases/${row.id}/notes/${note.id}`,
    marks: marksOf(note),
  }));
}

function marksOf(note: NoteRow): SourceRow["marks"] {
  if (note.withdrawnAt) return ["withdrawn"];
  const pinned = note.pinnedAt ? (["pinned"] as const) : [];
  return note.visibility === "supervision" ? [...pinned, "supervision"] : pinned;
}

type Body = ReturnType<typeof openNote>;

function wordsOf({ words, partyName, agreed, nextAct, nextOn }: Body, doneOn: string | null): string {
  const next = [nextAct, nextOn && t("by {on}", { on: formatDate(nextOn) })].filter(Boolean).join(" ");
  return [
    partyName && t("With: {name}", { name: partyName }),
    words,
    agreed && t("Agreed: {agreed}", { agreed }),
    next && t("Next act: {next}", { next }),
    doneOn && t("Done on {on}", { on: formatDate(doneOn) }),
  ]
    .filter(Boolean)
    .join("\n");
}
