import "server-only";
import { eq, max } from "drizzle-orm";
import { releases } from "@/db/schema";
import { command } from "@/lib/access/command";
import { lockCase, touchCase } from "@/lib/cases/scope";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import { civilDate } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { GrantRelease } from "./input";
import { releaseTerm } from "./rules";

/** Records that the client signed: who may receive what, why and until when. @throws AppError conflict on a repeat */
export const grantRelease = command({
  needs: "case.write",
  input: GrantRelease,
  async run(ctx, input) {
    const grantedBy = ctx.actor.memberId;
    if (!grantedBy) throw new AppError("forbidden", "A person records a release.");
    const row = await lockCase(ctx, input.caseId);
    const zone = findPlaybook(row.pair, row.playbookVersion)?.home.zone ?? "UTC";
    const expiresOn = releaseTerm(input.signedOn, input.expiresOn, civilDate(ctx.now, zone));
    const all = await ctx.db.select().from(releases).where(eq(releases.caseId, row.id));
    const { recipient, purpose, items, crossBorderBasis, signedOn } = input;
    const same = all.find(
      (one) =>
        !one.revokedAt &&
        one.recipient === recipient &&
        one.items === items &&
        one.purpose === purpose &&
        one.signedOn === signedOn,
    );
    if (same) throw new AppError("conflict", "This release is recorded already.", { recipient: "Recorded already." });
    const id = newId();
    const [last] = await ctx.db
      .select({ number: max(releases.number) })
      .from(releases)
      .where(eq(releases.caseId, row.id));
    await ctx.db.insert(releases).values({
      ...{ recipient, purpose, items, crossBorderBasis, signedOn, expiresOn, grantedBy },
      id,
      orgId: ctx.orgId,
      caseId: row.id,
      number: (last?.number ?? 0) + 1,
      grantedAt: ctx.now,
    });
    await touchCase(ctx, row.id);
    return {
      value: { id, expiresOn },
      audit: { action: "release.granted", subjectId: id, caseId: row.id, detail: { expiresOn } },
    };
  },
});
