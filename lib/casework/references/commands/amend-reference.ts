import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { references } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { identifyBody } from "@/lib/organisation/bodies/identify-body";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { findReference, refuseForeignProof, refuseOldReference } from "../access";
import { AmendReference } from "../input";
import { noteChange } from "../note-change";
import { screenNumber } from "../screen-number";
import { watchNumber } from "../watch-number";
import { writeKeys } from "../write-keys";

/**
 * Corrects a reference, or fills in a number that was not yet issued. The previous value is kept with the reason.
 * @throws AppError not_found, invalid on the field, conflict on `raw` for a known number; ClashError
 */
export const amendReference = command({
  needs: "case.write",
  input: AmendReference,
  async run(ctx, { referenceId, raw, station, reason, keepAsTyped, seenDuplicate, version, ...rest }) {
    const found = await lockCase(ctx, (await findReference(ctx, referenceId)).caseId);
    const row = await findReference(ctx, referenceId);
    refuseOldReference(ctx, row);
    await bumpRecordVersion(ctx, { record: referenceId, seen: version, now: () => standing(row) });
    if (raw && row.state === "issued" && !reason) {
      const message = t("Say why it is corrected.");
      throw new AppError("invalid", message, { reason: message });
    }
    await refuseForeignProof(ctx, row.caseId, rest.proofExhibitId);
    const law = await readLaw(ctx);
    const playbook = findPlaybook(found.pair, found.playbookVersion, law);
    const today = civilDate(ctx.now, playbook?.home.zone ?? "UTC");
    const issuer = rest.issuer ?? row.issuer;
    const offered = { caseId: row.caseId, kind: row.kind, today, keepAsTyped, seenDuplicate, except: row.id, issuer };
    const screened = raw ? await screenNumber(ctx, { ...offered, raw, station: station ?? row.issuer }, law) : null;
    const number = screened && {
      raw: screened.read.raw,
      canonical: screened.read.canonical,
      state: "issued" as const,
      issuer: rest.issuer ?? screened.read.station ?? row.issuer,
      warnings: screened.warnings,
    };
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const change = { ...given, ...number };
    if (number && number.canonical !== row.canonical)
      await watchNumber(ctx, { kind: row.kind, canonical: number.canonical });
    if (Object.keys(change).length > 0) {
      const issuedBy = number?.issuer ?? rest.issuer ?? row.issuer;
      const countries = playbook ? [playbook.home.code, playbook.there.code] : [];
      const bodyId = issuedBy === row.issuer ? row.bodyId : await identifyBody(ctx, issuedBy, countries);
      await ctx.db
        .update(references)
        .set({ ...change, bodyId })
        .where(and(eq(references.orgId, ctx.orgId), eq(references.id, referenceId)));
      await noteChange(ctx, { ...row, change: "amended", before: row, after: change, reason: reason ?? null });
    }
    if (screened) {
      const owner = { caseId: row.caseId, referenceId, handoverId: row.handoverId };
      await writeKeys(ctx, { ...owner, keys: screened.read.keys });
    }
    await touchCase(ctx, row.caseId);
    return {
      value: { id: referenceId, caseId: row.caseId },
      audit: {
        action: "reference.amended",
        subjectId: referenceId,
        caseId: row.caseId,
        detail: { kind: row.kind, fields: Object.keys(change) },
      },
    };
  },
});

/** The current values by form field name. */
function standing({ raw, issuer, holder, issuedOn, receivedVia, proofExhibitId }: typeof references.$inferSelect) {
  return { raw, issuer, holder, issuedOn, receivedVia, proofExhibitId };
}
