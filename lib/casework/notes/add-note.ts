import { t } from "@/lib/platform/language/translate";
import "server-only";
import { caseNotes } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { requireAccount } from "@/lib/casework/incidents/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { homeZoneOf } from "./access";
import { dropDraft } from "./drop-draft";
import { AddNote } from "./input";
import { momentOf, refuseOpenDeadline } from "./rules";
import { saveWording } from "./save-wording";
import { sealNote } from "./seal-note";

/**
 * Writes a note, or a contact with somebody, on a case. Its next act with a day is a deadline until it is done.
 * @throws AppError not_found; invalid by field; conflict for a closed case, or when it was saved already
 */
export const addNote = command({
  needs: "case.write",
  input: AddNote,
  rateLimit: "record",
  async run(ctx, { id, caseId, when, visibility, pinned, ...typed }) {
    const writtenBy = ctx.actor.memberId;
    if (!writtenBy) throw new AppError("forbidden", t("A person writes a note."));
    const row = await lockCase(ctx, caseId);
    const happenedAt = momentOf(when, homeZoneOf(row), ctx.now);
    refuseOpenDeadline(visibility, typed.nextOn);
    await requireAccount(ctx, row.id, typed.accountId);
    const vault = await openVault(ctx, row.keyId);
    const note = { id, orgId: ctx.orgId, caseId, visibility, happenedAt, writtenBy, writtenAt: ctx.now };
    const [made] = await ctx.db
      .insert(caseNotes)
      .values({ ...note, ...sealNote(vault, id, typed), pinnedAt: pinned ? ctx.now : null })
      .onConflictDoNothing()
      .returning({ id: caseNotes.id });
    if (!made) throw new AppError("conflict", t("This note is saved already. It is on the timeline."));
    await saveWording(ctx, vault, note, { ...typed, happenedAt: happenedAt.toISOString() });
    await dropDraft(ctx, id);
    if (visibility === "working") await touchCase(ctx, caseId);
    return {
      value: { id, caseId },
      audit: {
        action: "note.written",
        subjectId: id,
        caseId,
        detail: { kind: typed.kind, visibility, nextOn: typed.nextOn },
      },
    };
  },
});
