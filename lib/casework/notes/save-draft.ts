import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { noteDrafts } from "@/db/schema";
import { findCase, requireChangeable } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { SaveDraft } from "./input";
import { draftPlace } from "./rules";

/** Typing saves a draft every few seconds; the log gets one line in this time. */
const loggedEvery = 15 * 60;

/**
 * Keeps what a member is typing into a note, as it stands, until they save or discard it. Nobody else sees it.
 * @throws AppError not_found; conflict for a closed case, or if another window of theirs saved since `revision`
 */
export const saveDraft = command({
  needs: "case.write",
  input: SaveDraft,
  rateLimit: "record",
  async run(ctx, { caseId, noteId, revision, typed }) {
    const memberId = ctx.actor.memberId;
    if (!memberId) throw new AppError("forbidden", t("A person writes a note."));
    await requireChangeable(ctx, caseId);
    const row = await findCase(ctx, caseId);
    const vault = await openVault(ctx, row.keyId);
    const mine = and(
      eq(noteDrafts.orgId, ctx.orgId),
      eq(noteDrafts.caseId, caseId),
      eq(noteDrafts.memberId, memberId),
      eq(noteDrafts.noteId, noteId),
    );
    const [known] = await ctx.db.select().from(noteDrafts).where(mine).for("update");
    const conflict = t("You are writing this note in another window, too.");
    if ((known?.revision ?? 0) !== revision) throw new AppError("conflict", conflict);
    const id = known?.id ?? newId();
    const kept = {
      revision: revision + 1,
      body: vault.seal(draftPlace(id), JSON.stringify(typed)),
      savedAt: ctx.now,
    };
    if (known) await ctx.db.update(noteDrafts).set(kept).where(mine);
    else {
      const [made] = await ctx.db
        .insert(noteDrafts)
        .values({ id, orgId: ctx.orgId, caseId, noteId, memberId, ...kept })
        .onConflictDoNothing()
        .returning({ id: noteDrafts.id });
      if (!made) throw new AppError("conflict", conflict);
    }
    return {
      value: { revision: kept.revision, savedAt: ctx.now },
      audit: { action: "note.draft_saved", subjectId: noteId, caseId, detail: {} },
      logEvery: loggedEvery,
    };
  },
});
