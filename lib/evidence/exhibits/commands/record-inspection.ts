import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits } from "@/db/schema";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { keepDerivative } from "@/lib/evidence/derivatives/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { type ExhibitRow, findExhibit } from "../access";
import { type Findings, RecordInspection } from "../input";
import { isSavedPage } from "../rules";

/**
 * Stores what the sandbox found and made, once, and that the stored bytes still have their hash. On a case that takes
 * no files no derivatives are stored. @throws AppError conflict if the bytes changed, or an inspection was stored
 * before
 */
export const recordInspection = command({
  needs: "job.run",
  input: RecordInspection,
  async run(ctx, { exhibitId, look, sha256, findings, made }) {
    const { caseId } = await findExhibit(ctx, exhibitId);
    await lockAnyCase(ctx, caseId);
    const exhibit = await findExhibit(ctx, exhibitId);
    if (sha256 !== exhibit.sha256) throw new AppError("conflict", t("The stored bytes are not those that arrived."));
    if (exhibit.lookedAt) throw new AppError("conflict", t("This file was looked into before."));
    const stopped = await isStopped(ctx, caseId);
    const { print, ...seen } = look;
    await ctx.db
      .update(exhibits)
      .set({ look: stopped ? seen : look, lookedAt: ctx.now, metadata: await sealFindings(ctx, exhibit, findings) })
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.id, exhibitId)));
    const purpose = "Stored bytes read back: the hash is the same";
    await noteCustody(ctx, exhibit, { action: "hashed", purpose, verified: true });
    for (const file of stopped ? [] : made) await keepDerivative(ctx, exhibit, file);
    if (!stopped && (print?.as === "original" || print?.as === "pages"))
      await enqueue(ctx, "exhibit.read", { exhibitId });
    if (!stopped && look.problem === null && isSavedPage(look))
      await enqueue(ctx, "exhibit.draw", { exhibitId, page: 1 });
    const { kind, problem } = look;
    return {
      value: { kind, problem, stopped },
      audit: {
        action: "exhibit.looked_into",
        subjectId: exhibitId,
        caseId: exhibit.caseId,
        detail: { kind, problem },
      },
    };
  },
});

async function sealFindings(ctx: TxCtx, { id, keyId }: ExhibitRow & { keyId: string }, findings: Findings) {
  if (findings.metadata.length === 0 && findings.fingerprint === null) return null;
  const vault = await openVault(ctx, keyId);
  return vault.seal({ table: "exhibits", column: "metadata", row: id }, JSON.stringify(findings));
}
