import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { clientPages } from "@/db/schema";
import { pinFrom } from "@/lib/auth/client-page/rules";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { createVault } from "@/lib/kernel/access/vault";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { officeZone } from "@/lib/law/office/rules";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { addHours, civilDate } from "@/lib/platform/time/clock";
import { newestPage, notePageEvent, pagesAreOn } from "./access";
import { MakePage } from "./input";
import { pageDays } from "./rules";

/**
 * Gives a client a page of her own, opened by a link and a PIN, or a new link and PIN to a page that she has: the old
 * ones end at once, and what is on the page stays. Only hashes are stored, so both are returned here, once.
 * @returns `secret` for the address, `pin` to be told in person
 * @throws AppError not_found; invalid at `agreed`; conflict for a closed or restricted case, and while pages are off
 */
export const makePage = command({
  needs: "client.page",
  input: MakePage,
  async run(ctx, { caseId, language }) {
    const row = await lockCase(ctx, caseId);
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person gives a client her page."));
    if (!(await pagesAreOn(ctx))) {
      throw new AppError(
        "conflict",
        t("Pages for clients are turned off. An administrator turns them on under Settings."),
      );
    }
    const before = await newestPage(ctx, caseId);
    const open = and(eq(clientPages.orgId, ctx.orgId), eq(clientPages.caseId, caseId), isNull(clientPages.endedAt));
    const ended = await ctx.db
      .update(clientPages)
      .set({ endedAt: ctx.now, endedBy: memberId })
      .where(open)
      .returning({ id: clientPages.id, caseId: clientPages.caseId });
    for (const page of ended) await notePageEvent(ctx, page, "ended");
    const id = newId();
    const secret = newToken();
    const pin = pinFrom(newToken());
    const zone = findPlaybook(row.pair, row.playbookVersion)?.home.zone ?? officeZone();
    await ctx.db.insert(clientPages).values({
      id,
      orgId: ctx.orgId,
      caseId,
      keyId: before?.keyId ?? (await createVault(ctx, "client_page")).keyId,
      language,
      secretHash: sha256(secret),
      pinHash: sha256(Buffer.concat([secret, Buffer.from(pin)])),
      agreedOn: civilDate(ctx.now, zone),
      madeBy: memberId,
      madeAt: ctx.now,
      expiresAt: addHours(ctx.now, pageDays * 24),
    });
    await notePageEvent(ctx, { id, caseId }, "made");
    await touchCase(ctx, caseId);
    return {
      value: { id, secret: secret.toString("base64url"), pin },
      audit: { action: "client_page.made", subjectId: id, caseId, detail: { language, again: before !== null } },
    };
  },
});
