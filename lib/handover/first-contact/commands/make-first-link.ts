import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { firstLinks } from "@/db/schema";
import { codeFrom } from "@/lib/auth/first-contact/rules";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { findCalledBack, lockToGive, noteLinkEvent, requireCover } from "../access";
import { MakeFirstLink } from "../input";

/**
 * Creates a link and a code that give one called-back officer one version without an account. It has no effect until a
 * second person approves it. Only hashes are stored, so both are returned here, once.
 * @returns `secret` for the URL and `code` for the phone
 * @throws AppError not_found; conflict if the version may not leave or a link of this officer is open; invalid at
 * `liaisonId`
 */
export const makeFirstLink = command({
  needs: "handover.deliver",
  input: MakeFirstLink,
  async run(ctx, { packetId, liaisonId }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person hands over a packet."));
    const { caseId, ...packet } = await lockToGive(ctx, packetId);
    const officer = await findCalledBack(ctx, liaisonId);
    await requireCover(ctx, { ...packet, caseId }, officer);
    await refuseSecond(ctx, packetId, liaisonId);
    const id = newId();
    const secret = newToken();
    const code = codeFrom(newToken());
    await ctx.db.insert(firstLinks).values({
      id,
      orgId: ctx.orgId,
      caseId,
      packetId,
      liaisonId,
      madeBy: memberId,
      madeAt: ctx.now,
      secretHash: sha256(secret),
      codeHash: sha256(Buffer.concat([secret, Buffer.from(code)])),
    });
    await noteLinkEvent(ctx, { id, caseId }, "made");
    await touchCase(ctx, caseId);
    return {
      value: { id, secret: secret.toString("base64url"), code },
      audit: { action: "first_link.made", subjectId: id, caseId, detail: { liaisonId, packetId } },
    };
  },
});

/** One link at a time. A locked link, or one opened in another browser, must be revoked first. */
async function refuseSecond(ctx: TxCtx, packetId: string, liaisonId: string): Promise<void> {
  const [open] = await ctx.db
    .select({ id: firstLinks.id })
    .from(firstLinks)
    .where(
      and(
        eq(firstLinks.orgId, ctx.orgId),
        eq(firstLinks.packetId, packetId),
        eq(firstLinks.liaisonId, liaisonId),
        isNull(firstLinks.revokedAt),
        or(isNull(firstLinks.expiresAt), gt(firstLinks.expiresAt, ctx.now)),
      ),
    );
  const message = t("This officer already has a link to this version. Take that link back before you make another.");
  if (open) throw new AppError("conflict", message, { liaisonId: message });
}
