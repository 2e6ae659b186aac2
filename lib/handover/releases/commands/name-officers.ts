import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { exhibits, releaseRecipients, releases } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { exhibitsIn } from "@/lib/packets/packets/snapshot/releases";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { endOfDay } from "@/lib/platform/time/zone";
import { addRecipients } from "../add-recipients";
import { NameOfficers } from "../input";
import { releaseState } from "../rules";
import type { Coverage } from "../types";

/**
 * Adds officers to a release in force: the client signed for an office, and a person confirms who holds it, or the
 * release was recorded before officers were named. A release from before exhibits were selected also gets the coverage
 * that its wording describes.
 * @throws AppError not_found; conflict if it is over, or all of them are named already; invalid at `officers`
 */
export const nameOfficers = command({
  needs: "release.write",
  input: NameOfficers,
  async run(ctx, { caseId, releaseId, officers }) {
    const row = await lockCase(ctx, caseId);
    const zone = findPlaybook(row.pair, row.playbookVersion)?.home.zone ?? "UTC";
    const mine = and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, row.id), eq(releases.id, releaseId));
    const [release] = await ctx.db.select().from(releases).where(mine).for("update");
    if (!release) throw new AppError("not_found", t("No such release."));
    const state = releaseState(release, civilDate(ctx.now, zone));
    if (state === "revoked" || state === "expired") {
      throw new AppError("conflict", t("This release has ended. Record the new one that the client signed."));
    }
    const ticks = await withoutNamed(ctx, releaseId, officers);
    if (release.covers === null)
      await ctx.db
        .update(releases)
        .set({ covers: await coverageInWords(ctx, release) })
        .where(mine);
    const [first, ...others] = await addRecipients(
      ctx,
      row,
      { id: releaseId, ends: endOfDay(release.expiresOn, zone) },
      ticks,
    );
    if (!first) throw new AppError("forbidden", t("A person names the officers."));
    await touchCase(ctx, row.id);
    return { value: { named: 1 + others.length }, audit: [first, ...others] };
  },
});

/** @throws AppError conflict if no officer remains */
async function withoutNamed(ctx: TxCtx, releaseId: string, officers: Record<string, boolean>) {
  const ids = Object.keys(officers).filter((id) => officers[id]);
  const named = await ctx.db
    .select({ id: releaseRecipients.memberId })
    .from(releaseRecipients)
    .where(and(eq(releaseRecipients.releaseId, releaseId), among(releaseRecipients.memberId, ids)));
  const known = new Set(named.map((officer) => officer.id));
  const left = ids.filter((id) => !known.has(id));
  const message = t("These officers are named on it already, or were taken off it.");
  if (left.length === 0) throw new AppError("conflict", message, { officers: message });
  return Object.fromEntries(left.map((id) => [id, true]));
}

/**
 * What an older release covers by its wording, as the page shows it to the person who confirms. Never the client's
 * identity.
 */
async function coverageInWords(ctx: TxCtx, { caseId, items }: typeof releases.$inferSelect): Promise<Coverage> {
  const all = await ctx.db
    .select({ number: exhibits.number })
    .from(exhibits)
    .where(eq(exhibits.caseId, caseId))
    .orderBy(asc(exhibits.number));
  const codes = exhibitsIn(
    items,
    all.map((exhibit) => exhibitLabel(exhibit.number)),
  );
  return { allExhibits: false, exhibits: codes.map((code) => Number(code.slice(2))), identity: false };
}
