import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { organisations, packetParts } from "@/db/schema";
import { refuseRestricted } from "@/lib/casework/cases/access";
import { describePart } from "@/lib/handover/handovers/labels";
import { forOfficers } from "@/lib/handover/handovers/rules";
import { command } from "@/lib/kernel/access/command";
import { findPacket } from "@/lib/packets/packets/access";
import { checkWord } from "@/lib/packets/packets/check-word";
import { kindLabels } from "@/lib/packets/packets/labels";
import { refuseReplaced } from "@/lib/packets/packets/refuse-replaced";
import { deliverable } from "@/lib/packets/packets/rules";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { writeDocument } from "@/lib/platform/pdf/write-document";
import { PrintReceipt } from "./input";
import { planReceipt } from "./rules";

/**
 * One page to be signed when a version is handed over on paper. It names no person; the same version gives the same
 * page.
 * @throws AppError not_found; conflict if the version is not approved, or a newer one replaced it
 */
export const printReceipt = command({
  needs: "handover.deliver",
  input: PrintReceipt,
  async run(ctx, { packetId }) {
    const packet = await findPacket(ctx, packetId);
    await refuseRestricted(ctx, packet.caseId);
    const { code, version, kind, fileSha256, pages, builtAt } = packet;
    if (!deliverable.includes(packet.status) || !fileSha256 || !builtAt) {
      throw new AppError("conflict", t("A receipt is printed once the version is approved."));
    }
    await refuseReplaced(ctx, packet);
    const rows = await ctx.db
      .select({ part: packetParts.part, pages: packetParts.pages })
      .from(packetParts)
      .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packetId)))
      .orderBy(asc(packetParts.part));
    const alone = rows.some(({ part }) => part === "served") ? [] : [{ part: "served" as const, pages: null }];
    const parts = forOfficers([...alone, ...rows]).map((row) => ({
      label: describePart(row.part),
      pages: row.pages,
    }));
    const [desk] = await ctx.db.select().from(organisations).where(eq(organisations.id, ctx.orgId));
    const plan = planReceipt({
      code,
      version,
      kind: kindLabels[kind] ?? kind,
      sha256: fileSha256,
      pages,
      parts,
      at: builtAt,
      organisation: ctx.orgName,
      desk: [desk?.deskEmail, desk?.deskPhone].flatMap((value) => value ?? []),
      verify: `${env().APP_ORIGIN}/verify#${code}/${checkWord(packetId)}`,
      id: packetId,
    });
    const { bytes } = await collectBytes(writeDocument(plan, { image: noImages, attachments: [] }));
    return {
      value: { bytes, name: `${code}-v${version}-receipt.pdf` },
      audit: { action: "packet.receipt_printed", subjectId: packetId, caseId: packet.caseId, detail: { version } },
    };
  },
});

async function noImages(): Promise<never> {
  throw new Error("a receipt has no images");
}
