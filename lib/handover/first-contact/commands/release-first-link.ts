import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { firstLinks } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { requireSecondPerson } from "@/lib/kernel/access/second-person";
import { AppError } from "@/lib/platform/errors";
import { findCalledBack, findFirstLink, lockToGive, noteLinkEvent, requireCover } from "../access";
import { OneFirstLink } from "../input";
import { endOf, whyNotRelease } from "../rules";

/**
 * A second person opens a link for 72 hours, with fresh proof. Version, officer and the client's release are checked
 * again. Postgres also rejects the person who created the link.
 * @throws AppError not_found; forbidden for its creator; conflict if it is not pending; invalid at `liaisonId`,
 * `passkey`
 */
export const releaseFirstLink = command({
  needs: "packet.decide",
  input: OneFirstLink,
  async run(ctx, { linkId }) {
    const link = await findFirstLink(ctx, linkId);
    const { memberId } = ctx.actor;
    const message = whyNotRelease(link, memberId);
    if (message) throw new AppError("forbidden", message);
    await requireSecondPerson(ctx, link.madeBy);
    const packet = await lockToGive(ctx, link.packetId);
    const until = await requireCover(ctx, packet, await findCalledBack(ctx, link.liaisonId));
    requireStepUp(ctx, "first_link.release");
    const mine = and(eq(firstLinks.orgId, ctx.orgId), eq(firstLinks.id, linkId));
    const [won] = await ctx.db
      .update(firstLinks)
      .set({ releasedBy: memberId, releasedAt: ctx.now, expiresAt: endOf(ctx.now, until) })
      .where(and(mine, isNull(firstLinks.releasedAt), isNull(firstLinks.revokedAt)))
      .returning({ expiresAt: firstLinks.expiresAt });
    if (!won) throw new AppError("conflict", t("This link does not wait for a release."));
    await noteLinkEvent(ctx, link, "released");
    return {
      value: { expiresAt: won.expiresAt },
      audit: { action: "first_link.released", subjectId: linkId, caseId: link.caseId, detail: {} },
    };
  },
});
