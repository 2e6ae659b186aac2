import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { references } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook, findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { identifyBody } from "@/lib/organisation/bodies/identify-body";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { refuseForeignProof } from "../access";
import { RecordReference } from "../input";
import { noteChange } from "../note-change";
import { countsAsIssued, platformOf } from "../rules";
import { screenNumber } from "../screen-number";
import { writeReference } from "../write-reference";

/**
 * Records one official number, or that it is not yet issued. A number replaces the same kind's "not yet issued". An odd
 * or known number is accepted once the person confirms it; the job enqueued here completes the step that was waiting
 * for the number.
 * @throws AppError invalid on `raw`, `station`, `kind` or `proofExhibitId`; conflict on `raw` for a known number
 */
export const recordReference = command({
  needs: "case.write",
  input: RecordReference,
  async run(ctx, { saveAs, station, keepAsTyped, seenDuplicate, ...input }) {
    const found = await lockCase(ctx, input.caseId);
    const law = await readLaw(ctx);
    const kind = saveAs ?? input.kind;
    if (!findReferenceKind(kind, law)) {
      throw new AppError("invalid", t("Choose a kind."), { kind: t("Choose what kind of number this is.") });
    }
    await refuseForeignProof(ctx, input.caseId, input.proofExhibitId);
    const playbook = findPlaybook(found.pair, found.playbookVersion, law);
    const today = civilDate(ctx.now, playbook?.home.zone ?? "UTC");
    const offered = { ...input, kind, station, today, keepAsTyped, seenDuplicate, raw: input.raw ?? "" };
    const screened = input.state === "issued" ? await screenNumber(ctx, offered, law) : null;
    const { read, warnings = [] } = screened ?? {};
    const id = newId();
    const newer = { caseId: input.caseId, kind, issuer: input.issuer ?? null };
    if (!read || countsAsIssued({ state: "issued", warnings })) await replaceWaiting(ctx, newer, law);
    const issuedBy = input.issuer ?? read?.station ?? null;
    const bodyId = await identifyBody(ctx, issuedBy, playbook ? [playbook.home.code, playbook.there.code] : []);
    await writeReference(ctx, {
      ...input,
      id,
      kind,
      raw: read?.raw ?? input.raw ?? null,
      canonical: read?.canonical ?? null,
      issuer: issuedBy,
      bodyId,
      warnings,
      keys: read?.keys ?? [],
    });
    await touchCase(ctx, input.caseId);
    return {
      value: { id, display: read?.display ?? null },
      audit: {
        action: "reference.recorded",
        subjectId: id,
        caseId: input.caseId,
        detail: { kind, state: input.state, ...(warnings.length > 0 ? { warnings } : {}) },
      },
    };
  },
});

type Newer = { caseId: string; kind: string; issuer: string | null };

/**
 * "Not yet issued" of the same kind ends when anything newer is recorded; its history is continued. If each platform
 * counts separately, what another platform still owes is unaffected.
 */
async function replaceWaiting(ctx: TxCtx, { caseId, kind, issuer }: Newer, law: Law): Promise<void> {
  const waiting = await ctx.db
    .select({ id: references.id, issuer: references.issuer })
    .from(references)
    .where(
      and(
        eq(references.orgId, ctx.orgId),
        eq(references.caseId, caseId),
        eq(references.kind, kind),
        eq(references.state, "not_yet_issued"),
      ),
    );
  const by = (text: string | null) => platformOf(kind, text, law);
  const named = by(issuer);
  const others = (reference: { issuer: string | null }) =>
    by(reference.issuer) !== null &&
    (by(reference.issuer)?.key !== named?.key || by(reference.issuer)?.name !== named?.name);
  const waited = waiting.filter((reference) => !others(reference));
  if (waited.length === 0) return;
  const ids = waited.map(({ id }) => id);
  await ctx.db
    .update(references)
    .set({ state: "withdrawn" })
    .where(and(eq(references.orgId, ctx.orgId), among(references.id, ids)));
  for (const { id } of waited) {
    const before = { state: "not_yet_issued" as const };
    const after = { state: "withdrawn" as const };
    await noteChange(ctx, {
      id,
      caseId,
      change: "withdrawn",
      before,
      after,
      reason: "A newer record took its place.",
    });
  }
}
