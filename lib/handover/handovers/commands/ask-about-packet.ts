import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handoverQuestions } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { lockReadableHandover } from "../access";
import { AskAboutPacket } from "../input";
import { keyForBoth } from "../key-for-both";
import { reasonLabels } from "../labels";
import { listExhibitsGiven } from "../list-exhibits-given";
import { noteEvent } from "../note-event";
import { partsToAskAbout, partWords } from "../rules";

/**
 * The officer asks about a packet that they were given. The text is encrypted under the packet's own key.
 * @throws AppError invalid at `part` if it is not part of this packet; conflict at `words` while the same question is
 * open
 */
export const askAboutPacket = command({
  needs: "handover.answer",
  input: AskAboutPacket,
  async run(ctx, { handoverId, reason, part, words }) {
    const { handover, packet } = await lockReadableHandover(ctx, handoverId);
    const askable = partsToAskAbout(packet.kind, await listExhibitsGiven(ctx, packet.id));
    if (part && !askable.some((partChoice) => partChoice.value === part)) {
      throw new AppError("invalid", t("Choose a part of this packet."), { part: t("Choose a part from the list.") });
    }
    const vault = await openVault(ctx, keyForBoth(packet));
    await refuseRepeated(ctx, vault, { handoverId, reason, part, words });
    const id = newId();
    await ctx.db.insert(handoverQuestions).values({
      id,
      orgId: ctx.orgId,
      caseId: handover.caseId,
      handoverId,
      keyId: vault.keyId,
      reason,
      part: part || null,
      words: vault.seal(placeOf(id), words),
      askedAt: ctx.now,
      askedBy: handover.liaisonId,
    });
    const line = written(() => [reasonLabels[reason], partWords(packet.kind, part)].filter(Boolean).join(". "));
    await noteEvent(ctx, handover, "asked", line);
    return {
      value: { id },
      audit: { action: "handover.asked", subjectId: handoverId, caseId: handover.caseId, detail: { reason } },
    };
  },
});

type Asked = Pick<AskAboutPacket, "handoverId" | "reason" | "part" | "words">;

const placeOf = (row: string) => ({ table: "handover_questions", column: "words", row });

/** A form submitted twice is one question; once it is answered, the same question may be asked again. */
async function refuseRepeated(ctx: TxCtx, vault: Vault, { handoverId, reason, part, words }: Asked): Promise<void> {
  const open = await ctx.db
    .select({ id: handoverQuestions.id, part: handoverQuestions.part, words: handoverQuestions.words })
    .from(handoverQuestions)
    .where(
      and(
        eq(handoverQuestions.orgId, ctx.orgId),
        eq(handoverQuestions.handoverId, handoverId),
        eq(handoverQuestions.reason, reason),
        isNull(handoverQuestions.answeredAt),
      ),
    );
  const same = open.some((row) => (row.part ?? "") === part && vault.open(placeOf(row.id), row.words) === words);
  const message = t("You asked this already, and it is open.");
  if (same) throw new AppError("conflict", message, { words: message });
}
