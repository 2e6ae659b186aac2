import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { eq } from "drizzle-orm";
import { dispatches, handovers, organisations, packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { writeDocument } from "@/lib/platform/pdf/write-document";
import { findRecall } from "./access";
import { OneRecall } from "./input";
import { listRecalls } from "./queries";
import { planRecall } from "./rules";

/** The letter of an open or settled recall, for the holder of the copy. @throws AppError not_found */
export const printRecall = command({
  needs: "handover.deliver",
  input: OneRecall,
  async run(ctx, { recallId }) {
    const row = await findRecall(ctx, recallId);
    const { caseId, packetId } = row;
    const [packet] = await ctx.db.select().from(packets).where(eq(packets.id, packetId));
    const view = (await written(() => listRecalls(ctx, packetId))).find((recall) => recall.id === recallId);
    if (!packet || !view) throw new AppError("not_found", t("No such recall."));
    const found = await findCase(ctx, caseId);
    const [desk] = await ctx.db.select().from(organisations).where(eq(organisations.id, ctx.orgId));
    const left = await leftOf(ctx, row);
    const letter = {
      code: packet.code,
      version: packet.version,
      sha256: packet.fileSha256,
      to: view.who,
      how: view.how,
      ...left,
      cause: view.cause,
      zone: findPlaybook(found.pair, found.playbookVersion)?.home.zone ?? "UTC",
      organisation: ctx.orgName,
      desk: [desk?.deskEmail, desk?.deskPhone].flatMap((value) => value ?? []),
      at: row.madeAt,
      id: recallId,
    };
    const { bytes } = await written(() =>
      collectBytes(writeDocument(planRecall(letter), { image: noImages, attachments: [] })),
    );
    return {
      value: { bytes, name: `${packet.code}-v${packet.version}-recall.pdf` },
      audit: { action: "recall.letter_printed", subjectId: recallId, caseId, detail: { packetId } },
    };
  },
});

/** When the copy left, and whether the sealed annex went along. */
async function leftOf(ctx: TxCtx, { handoverId, dispatchId }: Awaited<ReturnType<typeof findRecall>>) {
  const [row] = handoverId
    ? await ctx.db
        .select({ leftAt: handovers.deliveredAt, withAnnex: handovers.withAnnex })
        .from(handovers)
        .where(eq(handovers.id, handoverId))
    : await ctx.db
        .select({ leftAt: dispatches.sentAt, withAnnex: dispatches.withAnnex })
        .from(dispatches)
        .where(eq(dispatches.id, dispatchId ?? ""));
  if (!row) throw new AppError("not_found", t("No such recall."));
  return row;
}

async function noImages(): Promise<never> {
  throw new Error("a letter has no images");
}
