import "server-only";
import { and, eq } from "drizzle-orm";
import { noteVersions } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import type { NoteRow } from "./access";
import { bodyPlace } from "./rules";
import type { NoteBody } from "./types";

type Note = Pick<NoteRow, "id" | "caseId" | "visibility" | "writtenBy">;

/** Appends a wording of a note to its versions, in the transaction of the change. */
export async function saveWording(ctx: TxCtx, vault: Vault, note: Note, body: NoteBody): Promise<void> {
  const before = await ctx.db.$count(
    noteVersions,
    and(eq(noteVersions.orgId, ctx.orgId), eq(noteVersions.noteId, note.id)),
  );
  const id = newId();
  await ctx.db.insert(noteVersions).values({
    id,
    orgId: ctx.orgId,
    caseId: note.caseId,
    noteId: note.id,
    number: before + 1,
    visibility: note.visibility,
    writtenBy: note.writtenBy,
    body: vault.seal(bodyPlace(id), JSON.stringify(body)),
    savedBy: ctx.actor.memberId ?? "",
    savedAt: ctx.now,
  });
}
