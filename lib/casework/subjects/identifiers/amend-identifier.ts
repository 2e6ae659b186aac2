import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { identifiers } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { changedFields } from "../rules";
import { findIdentifier, identifiersOf, refuseUnfit, valuePlace } from "./access";
import { AmendIdentifier } from "./input";
import { reasonPlace } from "./rules";
import { writeTokens } from "./write-tokens";

/**
 * Corrects an identifier: a mistake in its value, the confidence of the link, what shows it. A different number is a
 * different identifier.
 * @throws AppError conflict if nothing changes, or on `value`; invalid on what a confirmed link lacks; ClashError
 */
export const amendIdentifier = command({
  needs: "case.write",
  input: AmendIdentifier,
  async run(ctx, { caseId, identifierId, keepConfirmed, version, ...next }) {
    const row = await lockCase(ctx, caseId);
    const before = await findIdentifier(ctx, row.id, identifierId);
    refuseOld(ctx, before.addedAt);
    const vault = await openVault(ctx, row.keyId);
    const known = {
      ...before,
      value: vault.open(valuePlace(before.id), before.value),
      linkReason: vault.openMaybe(reasonPlace(before.id), before.linkReason),
    };
    const { kind, value, confidence, linkReason, exhibitId, firstSeenOn, lastSeenOn } = known;
    const now = () => ({ kind, value, confidence, linkReason, exhibitId, firstSeenOn, lastSeenOn });
    await bumpRecordVersion(ctx, { record: before.id, seen: version, now });
    const fields = changedFields<Record<string, unknown>>(known, next);
    if (fields.length === 0) throw new AppError("conflict", t("Nothing was changed."));
    const others = (await identifiersOf(ctx, row.id)).filter((identifier) => identifier.id !== before.id);
    await refuseUnfit(ctx, row.id, vault, { ...next, keepConfirmed }, others);
    await ctx.db
      .update(identifiers)
      .set({
        ...next,
        value: vault.seal(valuePlace(before.id), next.value),
        linkReason: vault.sealMaybe(reasonPlace(before.id), next.linkReason),
      })
      .where(and(eq(identifiers.orgId, ctx.orgId), eq(identifiers.id, before.id)));
    if (fields.includes("value") || fields.includes("kind")) await writeTokens(ctx, before.id, next.kind, next.value);
    await touchCase(ctx, row.id);
    return {
      value: { id: before.id },
      audit: { action: "identifier.amended", subjectId: before.id, caseId: row.id, detail: { fields } },
    };
  },
});
