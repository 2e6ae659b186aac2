import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { caseExports, mails, members } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { type ExportRow, lockExport } from "./access";
import { NoteExport } from "./input";
import { keptDays } from "./labels";

const dayMs = 86_400_000;

/**
 * Records the job's progress: that supervisors were notified, how far it is, that the export is complete, that it
 * failed or was removed.
 * @throws AppError conflict if it is no longer being made
 */
export const noteExport = command({
  needs: "job.run",
  input: NoteExport,
  async run(ctx, { exportId, told, progress, built, failed, cleared }) {
    const row = await lockExport(ctx, exportId);
    const about = { subjectId: exportId, caseId: row.caseId ?? undefined };
    const set = (change: Partial<typeof caseExports.$inferInsert>) =>
      ctx.db.update(caseExports).set(change).where(eq(caseExports.id, exportId));
    const say = (audit: AuditEntry) => ({ value: null, audit });
    if (told) {
      const count = await tellSupervisors(ctx, row, told);
      return say({ ...about, action: "export.told", detail: { members: count } });
    }
    if (cleared) {
      await set({ state: "cleared", fileId: null });
      return say({ ...about, action: "export.cleared", detail: {} });
    }
    if (row.state !== "building") throw new AppError("conflict", t("This folder is not being made."));
    if (built) {
      const expiresAt = new Date(ctx.now.getTime() + keptDays * dayMs);
      const { cases, files, sha256, size } = built;
      await set({ ...built, done: cases, state: "ready", readyAt: ctx.now, expiresAt });
      return say({ ...about, action: "export.built", detail: { cases, files, sha256, size } });
    }
    if (progress) {
      await set(progress);
      return say({ ...about, action: "export.progressed", detail: { done: progress.done } });
    }
    await set({ state: "failed", problem: failed ?? "stopped" });
    return say({ ...about, action: "export.failed", detail: { reason: failed ?? "stopped" } });
  },
});

const words = {
  waiting: "A supervisor asked for a complete folder of all cases. It is made only when a second person releases it.",
  building: "The complete folder of all cases was released and is being made.",
} as const;

/** A mail for each supervisor, once for each stage, without a word of the reason. */
async function tellSupervisors(ctx: TxCtx, row: ExportRow, stage: keyof typeof words): Promise<number> {
  const supervisors = await ctx.db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.role, "supervisor"), isNull(members.removedAt)));
  let count = 0;
  for (const { id: memberId } of supervisors) {
    const body = `${words[stage]}\n\nSee who and why under Cases, Exports, after signing in.\n`;
    const mail = { id: newId(), orgId: ctx.orgId, memberId, kind: "urgent" as const, notBefore: ctx.now };
    const [made] = await ctx.db
      .insert(mails)
      .values({ ...mail, occasion: `export ${stage} ${row.id}`, subject: "A complete folder", body, madeAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: mails.id });
    if (!made) continue;
    count += 1;
    await enqueue(ctx, "mail.send", { mailId: made.id });
  }
  return count;
}
