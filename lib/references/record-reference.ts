import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits, references } from "@/db/schema";
import { command } from "@/lib/access/command";
import type { Scoped } from "@/lib/access/ctx";
import { lockCase, touchCase } from "@/lib/cases/scope";
import { findPlaybook, findReferenceKind } from "@/lib/jurisdictions/rules";
import { civilDate } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { RecordReference } from "./input";
import { readNumber, writeReference } from "./scope";

/**
 * Records one official number, or that it is not yet issued. A number takes the place of the same kind's "not yet
 * issued". The step that waited for it is completed by the job that this enqueues.
 * @throws AppError invalid on `raw`, `station`, `kind` or `proofExhibitId`; conflict on `raw` for a known number
 */
export const recordReference = command({
  needs: "case.write",
  input: RecordReference,
  async run(ctx, input) {
    const found = await lockCase(ctx, input.caseId);
    if (!findReferenceKind(input.kind)) {
      throw new AppError("invalid", "Choose a kind.", { kind: "Choose what kind of number this is." });
    }
    await refuseForeignProof(ctx, input.caseId, input.proofExhibitId);
    const zone = findPlaybook(found.pair, found.playbookVersion)?.home.zone ?? "UTC";
    const read = input.raw ? readNumber(input.kind, input.raw, input.station ?? null, civilDate(ctx.now, zone)) : null;
    const id = await replaceWaiting(ctx, input.caseId, input.kind);
    const { station: _, ...rest } = input;
    await writeReference(ctx, {
      ...rest,
      id,
      raw: read?.raw ?? null,
      canonical: input.state === "issued" ? (read?.canonical ?? null) : null,
      issuer: input.issuer ?? read?.station ?? null,
      keys: input.state === "issued" ? (read?.keys ?? []) : [],
    });
    await touchCase(ctx, input.caseId);
    return {
      value: { id, display: read?.display ?? null },
      audit: {
        action: "reference.recorded",
        subjectId: id,
        caseId: input.caseId,
        detail: { kind: input.kind, state: input.state },
      },
    };
  },
});

/** "Not yet issued" of the same kind ends when anything newer is recorded; its id lives on in the audit log. */
async function replaceWaiting(ctx: Scoped, caseId: string, kind: string): Promise<string> {
  await ctx.db
    .update(references)
    .set({ state: "withdrawn", note: "A newer record took its place." })
    .where(
      and(
        eq(references.orgId, ctx.orgId),
        eq(references.caseId, caseId),
        eq(references.kind, kind),
        eq(references.state, "not_yet_issued"),
      ),
    );
  return newId();
}

async function refuseForeignProof(ctx: Scoped, caseId: string, exhibitId: string | undefined): Promise<void> {
  if (!exhibitId) return;
  const [row] = await ctx.db
    .select({ id: exhibits.id })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId)));
  const said = "The proof is not an exhibit of this case.";
  if (!row) throw new AppError("invalid", said, { proofExhibitId: said });
}
