import "server-only";
import { eq, max } from "drizzle-orm";
import type { z } from "zod";
import { type cases, releases } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { requireExhibit } from "@/lib/casework/subjects/access";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import { endOfDay } from "@/lib/platform/time/zone";
import { addRecipients } from "./add-recipients";
import type { GrantRelease } from "./input";
import { readCoverage } from "./read-coverage";
import { coverageWords, releaseTerm } from "./rules";

type Terms = z.output<typeof GrantRelease>;

/**
 * Adds a release to a locked case, in the name of the acting member. The selected officers are named by id; without any,
 * it covers nobody yet.
 * @throws AppError invalid at `which` or `exhibitId` for an exhibit that is not in the case, at `officers` for one who
 * is not confirmed; conflict on a repeat
 */
export async function addRelease(
  ctx: TxCtx,
  row: typeof cases.$inferSelect,
  input: Omit<Terms, "caseId">,
): Promise<{ id: string; expiresOn: string; audit: [AuditEntry, ...AuditEntry[]] }> {
  const grantedBy = ctx.actor.memberId;
  if (!grantedBy) throw new AppError("forbidden", t("A person records a release."));
  const zone = findPlaybook(row.pair, row.playbookVersion)?.home.zone ?? "UTC";
  const expiresOn = releaseTerm(input.signedOn, input.expiresOn, civilDate(ctx.now, zone));
  const all = await ctx.db.select().from(releases).where(eq(releases.caseId, row.id));
  const covers = await readCoverage(ctx, row.id, input);
  await requireExhibit(ctx, row.id, input.exhibitId);
  const { recipient, recipientRole, purpose, crossBorderBasis, signedOn, exhibitId } = input;
  const items = [coverageWords(covers), input.items].filter(Boolean).join(". ");
  const same = all.find(
    (release) =>
      !release.revokedAt &&
      release.recipientRole === recipientRole &&
      release.recipient === recipient &&
      release.items === items &&
      release.purpose === purpose &&
      release.signedOn === signedOn,
  );
  if (same)
    throw new AppError("conflict", t("This release is recorded already."), { recipient: t("Recorded already.") });
  const id = newId();
  const [last] = await ctx.db
    .select({ number: max(releases.number) })
    .from(releases)
    .where(eq(releases.caseId, row.id));
  await ctx.db.insert(releases).values({
    recipient,
    recipientRole,
    purpose,
    items,
    covers,
    crossBorderBasis,
    signedOn,
    expiresOn,
    grantedBy,
    exhibitId,
    id,
    orgId: ctx.orgId,
    caseId: row.id,
    number: (last?.number ?? 0) + 1,
    grantedAt: ctx.now,
  });
  const named = await addRecipients(ctx, row, { id, ends: endOfDay(expiresOn, zone) }, input.officers);
  await touchCase(ctx, row.id);
  return {
    id,
    expiresOn,
    audit: [{ action: "release.granted", subjectId: id, caseId: row.id, detail: { expiresOn } }, ...named],
  };
}
