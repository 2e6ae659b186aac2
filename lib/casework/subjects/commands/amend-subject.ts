import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { subjects } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { findSubject } from "../access";
import { AmendSubject } from "../input";
import { writeNameTokens } from "../write-name-tokens";

/** Changes the allegations about a subject. @throws AppError conflict if nothing changes; ClashError */
export const amendSubject = command({
  needs: "case.write",
  input: AmendSubject,
  async run(ctx, input) {
    const row = await lockCase(ctx, input.caseId);
    const subject = await findSubject(ctx, row.id, input.subjectId);
    refuseOld(ctx, subject.addedAt);
    const vault = await openVault(ctx, row.keyId);
    const place = (column: string) => ({ table: "subjects", column, row: subject.id });
    const now = () => ({
      allegedName: vault.openMaybe(place("alleged_name"), subject.allegedName),
      allegedPlace: vault.openMaybe(place("alleged_place"), subject.allegedPlace),
      zone: subject.zone,
      zoneReason: subject.zoneReason,
    });
    await bumpRecordVersion(ctx, { record: subject.id, seen: input.version, now });
    const zoneReason = input.zone ? input.zoneReason : null;
    const changes = {
      allegedName: vault.openMaybe(place("alleged_name"), subject.allegedName) !== input.allegedName,
      allegedPlace: vault.openMaybe(place("alleged_place"), subject.allegedPlace) !== input.allegedPlace,
      zone: subject.zone !== input.zone,
      zoneReason: subject.zoneReason !== zoneReason,
    };
    const fields = Object.entries(changes).flatMap(([field, changed]) => (changed ? [field] : []));
    if (fields.length === 0) throw new AppError("conflict", t("Nothing was changed."));
    await ctx.db
      .update(subjects)
      .set({
        allegedName: vault.sealMaybe(place("alleged_name"), input.allegedName),
        allegedPlace: vault.sealMaybe(place("alleged_place"), input.allegedPlace),
        zone: input.zone,
        zoneReason,
      })
      .where(and(eq(subjects.orgId, ctx.orgId), eq(subjects.id, subject.id)));
    if (changes.allegedName) await writeNameTokens(ctx, { id: subject.id, allegedName: input.allegedName });
    await touchCase(ctx, row.id);
    return {
      value: { id: subject.id },
      audit: { action: "subject.amended", subjectId: subject.id, caseId: row.id, detail: { fields } },
    };
  },
});
