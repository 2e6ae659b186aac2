import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, eq } from "drizzle-orm";
import { releases } from "@/db/schema";
import { RecordCustody } from "@/lib/evidence/custody/input";
import { byHandSentences } from "@/lib/evidence/custody/labels";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import type { CustodyDetails } from "@/lib/evidence/custody/types";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { findExhibit } from "../access";

/**
 * Records manually what happened to an exhibit outside the product (domain 9, custody event fields). What the person
 * typed is encrypted; the ledger is append-only, also on a closed case.
 * @throws AppError not_found; invalid at `at` for a future time, at `releaseId` for a release of another case
 */
export const recordCustody = command({
  needs: "case.write",
  input: RecordCustody,
  async run(ctx, { exhibitId, action, at, releaseId, ...custodyDetails }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    if (at && at > ctx.now) throw refuse("at", "That time is in the future.");
    const release = releaseId ? await nameRelease(ctx, exhibit.caseId, releaseId) : null;
    const basis = [release, custodyDetails.basis].filter(Boolean).join("; ");
    const vault = await openVault(ctx, exhibit.keyId);
    const details = withoutNulls({ ...custodyDetails, basis: basis || null });
    const purpose = written(() => byHandSentences[action]);
    await noteCustody(ctx, exhibit, { action, purpose, at: at ?? ctx.now, details, vault });
    return {
      value: { caseId: exhibit.caseId },
      audit: {
        action: "exhibit.custody_recorded",
        subjectId: exhibitId,
        caseId: exhibit.caseId,
        detail: { custody: action },
      },
    };
  },
});

async function nameRelease(ctx: TxCtx, caseId: string, releaseId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ number: releases.number, signedOn: releases.signedOn })
    .from(releases)
    .where(and(eq(releases.caseId, caseId), eq(releases.id, releaseId)));
  if (!row) throw refuse("releaseId", "Choose a release of this case.");
  return `REL-${row.number}, signed on ${row.signedOn}`;
}

function withoutNulls(details: { [Key in keyof CustodyDetails]: string | null | undefined }): CustodyDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value)) as CustodyDetails;
}

function refuse(field: string, message: string): AppError {
  return new AppError("invalid", t("Some answers need correcting."), { [field]: message });
}
