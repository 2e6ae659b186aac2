import "server-only";
import { and, eq } from "drizzle-orm";
import { references } from "@/db/schema";
import { command } from "@/lib/access/command";
import { findCase, touchCase } from "@/lib/cases/scope";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import { civilDate } from "@/lib/platform/clock";
import { AmendReference } from "./input";
import { asDuplicate, findReference, readNumber, writeKeys } from "./scope";

/**
 * Corrects a reference, or fills in the number that was not yet issued.
 * @throws AppError not_found, invalid on the field, conflict on `raw` for a known number
 */
export const amendReference = command({
  needs: "case.write",
  input: AmendReference,
  async run(ctx, { referenceId, raw, station, ...rest }) {
    const row = await findReference(ctx, referenceId);
    const found = await findCase(ctx, row.caseId);
    const zone = findPlaybook(found.pair, found.playbookVersion)?.home.zone ?? "UTC";
    const read = raw ? readNumber(row.kind, raw, station ?? row.issuer, civilDate(ctx.now, zone)) : null;
    const number = read
      ? {
          raw: read.raw,
          canonical: read.canonical,
          state: "issued" as const,
          issuer: rest.issuer ?? read.station ?? row.issuer,
        }
      : {};
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const change = { ...given, ...number };
    if (Object.keys(change).length > 0) {
      try {
        await ctx.db.transaction((tx) =>
          tx
            .update(references)
            .set(change)
            .where(and(eq(references.orgId, ctx.orgId), eq(references.id, referenceId))),
        );
      } catch (error) {
        throw await asDuplicate(ctx, { ...row, canonical: read?.canonical }, error);
      }
    }
    if (read) await writeKeys(ctx, { caseId: row.caseId, referenceId, handoverId: row.handoverId, keys: read.keys });
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
