import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { chatImports, exhibits } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { listReadings } from "@/lib/evidence/exhibits/list-readings";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { StartImport } from "../input";
import { isBrokenOff } from "../rules";

/**
 * Starts reading an exhibit as a chat export. With another answer, it becomes another reading in addition to the first.
 * @throws AppError conflict, invalid on `exhibitId`
 */
export const startImport = command({
  needs: "case.write",
  input: StartImport,
  async run(ctx, { caseId, exhibitId, zone, dateOrder }) {
    const startedBy = ctx.actor.memberId;
    if (!startedBy) throw new AppError("forbidden", t("A person has an export read."));
    const row = await lockCase(ctx, caseId);
    await requireExhibit(ctx, row.id, exhibitId);
    await requireOther(ctx, { exhibitId, zone, dateOrder });
    const id = newId();
    await ctx.db.insert(chatImports).values({
      id,
      orgId: ctx.orgId,
      caseId: row.id,
      exhibitId,
      zone,
      dateOrder,
      state: "reading" as const,
      startedBy,
      startedAt: ctx.now,
    });
    await enqueue(ctx, "chat.read", { importId: id });
    await touchCase(ctx, row.id);
    return {
      value: { id },
      audit: { action: "chat.reading_begun", subjectId: id, caseId: row.id, detail: { exhibitId, zone } },
    };
  },
});

async function requireExhibit(ctx: TxCtx, caseId: string, exhibitId: string): Promise<void> {
  const theirs = and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId));
  if ((await ctx.db.$count(exhibits, theirs)) === 0) throw refuse("invalid", t("Choose an exhibit of this case."));
}

/**
 * A reading is never changed: only an identical one is rejected. A mail that a newer parser has read since is another
 * reading.
 */
async function requireOther(ctx: TxCtx, asked: { exhibitId: string; zone: string; dateOrder: string | null }) {
  const { readings } = await listReadings(ctx, asked.exhibitId);
  const [newest] = readings;
  const readAgainAt = newest && newest.version > 0 ? newest.madeAt : null;
  const mine = and(eq(chatImports.orgId, ctx.orgId), eq(chatImports.exhibitId, asked.exhibitId));
  for (const before of await ctx.db.select().from(chatImports).where(mine)) {
    if (before.state === "reading" && !isBrokenOff(before, ctx.now))
      throw refuse("conflict", t("This exhibit is being read already."));
    const same = before.zone === asked.zone && (asked.dateOrder === null || before.dateOrder === asked.dateOrder);
    const isOutdated =
      before.format === "eml" && readAgainAt !== null && readAgainAt > (before.finishedAt ?? readAgainAt);
    if (same && before.state === "ready" && !isOutdated)
      throw refuse("conflict", t("This exhibit was read with these answers already."));
  }
}

function refuse(code: "invalid" | "conflict", message: string): AppError {
  return new AppError(code, message, { exhibitId: message });
}
