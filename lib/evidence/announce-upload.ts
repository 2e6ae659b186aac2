import "server-only";
import { uploads } from "@/db/schema";
import { command } from "@/lib/access/command";
import { openVault } from "@/lib/access/vault";
import { lockCase } from "@/lib/cases/scope";
import { newId } from "@/lib/platform/ids";
import { AnnounceExhibit } from "./input";
import { requireOfCase } from "./scope";

/** Notes what is about to be sent and what is known of it. The file itself follows under the id that comes back. */
export const announceUpload = command({
  needs: "case.write",
  input: AnnounceExhibit,
  async run(ctx, { caseId, size, sha256, ...about }) {
    const { keyId } = await lockCase(ctx, caseId);
    await requireOfCase(ctx, caseId, about);
    const vault = await openVault(ctx, keyId);
    const id = newId();
    await ctx.db.insert(uploads).values({
      id,
      orgId: ctx.orgId,
      caseId,
      size,
      sha256: sha256 ?? null,
      details: vault.seal({ table: "uploads", column: "details", row: id }, JSON.stringify(about)),
      announcedBy: ctx.actor.memberId ?? "",
      announcedAt: ctx.now,
    });
    return { value: { id }, audit: { action: "upload.announced", subjectId: id, caseId, detail: { size } } };
  },
});
