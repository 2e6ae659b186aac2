import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, eq, gt, isNull, notInArray } from "drizzle-orm";
import { handoverQuestions, handovers, packets } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { findPacket } from "@/lib/packets/packets/access";
import { AppError } from "@/lib/platform/errors";
import { AnswerQuestion } from "../input";
import { reasonLabels } from "../labels";
import { noteEvent } from "../note-event";
import { refuseProtectedWords } from "../refuse-protected-words";
import { cannotCorrect } from "../rules";

/**
 * A member on the case answers an officer's question, once. The officer reads it in the portal, even if the case is
 * closed.
 * @throws AppError not_found; invalid at `answer` with what must be removed, at `mendedBy` if it is no later version of
 * the same packet; conflict if it is already answered
 */
export const answerQuestion = command({
  needs: "case.write",
  input: AnswerQuestion,
  async run(ctx, { questionId, answer, mendedBy }) {
    const { question, packet } = await findQuestion(ctx, questionId);
    if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person answers."));
    await refuseProtectedWords(ctx, packet.caseId, { answer });
    if (mendedBy) await requireCorrectedVersion(ctx, packet, mendedBy);
    const vault = await openVault(ctx, question.keyId);
    const [won] = await ctx.db
      .update(handoverQuestions)
      .set({
        answer: vault.seal({ table: "handover_questions", column: "answer", row: questionId }, answer),
        answeredAt: ctx.now,
        answeredBy: ctx.actor.memberId,
        mendedBy: mendedBy || null,
      })
      .where(
        and(
          eq(handoverQuestions.orgId, ctx.orgId),
          eq(handoverQuestions.id, questionId),
          isNull(handoverQuestions.answeredAt),
        ),
      )
      .returning({ id: handoverQuestions.id });
    if (!won) throw new AppError("conflict", t("This question is answered already."));
    const { handoverId: id, caseId } = question;
    const line = written(() => reasonLabels[question.reason]);
    await noteEvent(ctx, { id, caseId }, "answered", line);
    await enqueue(ctx, "handover.tell", { handoverId: id });
    await touchCase(ctx, caseId);
    return { value: undefined, audit: { action: "handover.answered", subjectId: id, caseId, detail: { questionId } } };
  },
});

async function findQuestion(ctx: TxCtx, questionId: string) {
  const [row] = await ctx.db
    .select({ question: handoverQuestions, packetId: handovers.packetId })
    .from(handoverQuestions)
    .innerJoin(handovers, eq(handovers.id, handoverQuestions.handoverId))
    .where(and(eq(handoverQuestions.orgId, ctx.orgId), eq(handoverQuestions.id, questionId)));
  if (!row) throw new AppError("not_found", t("No such question."));
  return { question: row.question, packet: await findPacket(ctx, row.packetId) };
}

/** A later version of the same packet that may still reach the officer. @throws AppError invalid at `mendedBy` */
async function requireCorrectedVersion(
  ctx: TxCtx,
  packet: typeof packets.$inferSelect,
  mendedBy: string,
): Promise<void> {
  const { caseId, number, version } = packet;
  const [later] = await ctx.db
    .select({ id: packets.id })
    .from(packets)
    .where(
      and(
        eq(packets.orgId, ctx.orgId),
        eq(packets.id, mendedBy),
        eq(packets.caseId, caseId),
        eq(packets.number, number),
        gt(packets.version, version),
        notInArray(packets.status, [...cannotCorrect]),
      ),
    );
  const message = t("Choose a later version of this packet.");
  if (!later) throw new AppError("invalid", message, { mendedBy: message });
}
