import { t } from "@/lib/platform/language/translate";
import "server-only";
import { identifiers } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { findSubject } from "../access";
import { identifiersOf, refuseUnfit, valuePlace } from "./access";
import { AddIdentifier } from "./input";
import { reasonPlace } from "./rules";
import { writeTokens } from "./write-tokens";

/**
 * Adds a phone, e-mail, wallet, place or other identifier to a subject. The typed value is encrypted.
 * @throws AppError conflict on `value` if the case has it; invalid on what a confirmed link lacks
 */
export const addIdentifier = command({
  needs: "case.write",
  input: AddIdentifier,
  async run(ctx, input) {
    const addedBy = ctx.actor.memberId;
    if (!addedBy) throw new AppError("forbidden", t("A person adds an identifier."));
    const row = await lockCase(ctx, input.caseId);
    const subject = await findSubject(ctx, row.id, input.subjectId);
    const vault = await openVault(ctx, row.keyId);
    await refuseUnfit(ctx, row.id, vault, input, await identifiersOf(ctx, row.id));
    const { kind, confidence, exhibitId, firstSeenOn, lastSeenOn } = input;
    const id = newId();
    await ctx.db.insert(identifiers).values({
      id,
      orgId: ctx.orgId,
      caseId: row.id,
      subjectId: subject.id,
      addedBy,
      addedAt: ctx.now,
      kind,
      confidence,
      exhibitId,
      firstSeenOn,
      lastSeenOn,
      value: vault.seal(valuePlace(id), input.value),
      linkReason: vault.sealMaybe(reasonPlace(id), input.linkReason),
    });
    await writeTokens(ctx, id, kind, input.value);
    await touchCase(ctx, row.id);
    return {
      value: { id },
      audit: { action: "identifier.added", subjectId: id, caseId: row.id, detail: { kind, confidence } },
    };
  },
});
