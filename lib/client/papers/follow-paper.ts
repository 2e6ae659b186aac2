import "server-only";
import { and, eq } from "drizzle-orm";
import { clientPapers, consents } from "@/db/schema";
import { lockAnyCase, lockCase } from "@/lib/casework/cases/access";
import { consentRow } from "@/lib/casework/cases/consent-row";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { endConsents } from "@/lib/casework/consents/end-consents";
import { leaveNews } from "@/lib/client/pages/access";
import { addAuthority } from "@/lib/escalation/written-authorities/add-authority";
import { addRelease } from "@/lib/handover/releases/add-release";
import { closeCopies } from "@/lib/handover/releases/close-copies";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import { findOwnPaper } from "./access";
import { OnePaper } from "./input";
import { answeredPlace, readAnswer, readTerms, termsPlace, whyRefused } from "./rules";
import type { AnswerWords, PaperTerms } from "./types";

type Paper = Awaited<ReturnType<typeof findOwnPaper>>;
type Recorded = { id: string; audit: AuditEntry[] };

/** As it is stored where a person's reason stands. */
const reason = "The client took it back on her page.";

/**
 * The job after a client signed a paper from a record, or took her signature back: what she signed is recorded in the name
 * of the member who offered it, and what she took back ends with everything that follows. What she signed and what cannot
 * be recorded any more is noted, and the case is told. @throws AppError not_found
 */
export const followPaper = command({
  needs: "job.run",
  input: OnePaper,
  async run(ctx, { paperId }) {
    await ctx.db.select({ id: clientPapers.id }).from(clientPapers).where(eq(clientPapers.id, paperId)).for("update");
    const paper = await findOwnPaper(ctx, paperId);
    const done = await follow(ctx, paper);
    await ctx.db
      .update(clientPapers)
      .set({ followedAt: ctx.now, recordedId: done.recordedId, refused: done.refused })
      .where(and(eq(clientPapers.orgId, ctx.orgId), eq(clientPapers.id, paperId)));
    const { kind, caseId, pageId } = paper;
    if (done.outcome === "refused") await leaveNews(ctx, pageId);
    const detail = { kind, outcome: done.outcome, recordId: done.recordedId };
    const first: AuditEntry = { action: "client_paper.followed", subjectId: paperId, caseId, detail };
    return { value: { outcome: done.outcome }, audit: [first, ...done.audit] };
  },
});

type Done = { outcome: string; recordedId: string | null; refused: string | null; audit: AuditEntry[] };

async function follow(ctx: TxCtx, paper: Paper): Promise<Done> {
  const { recordedId, refused, withdrawnAt, answer, terms } = paper;
  const nothing = { outcome: "nothing", recordedId, refused, audit: [] };
  // In the name of whoever offered it: a job is nobody.
  const acting = { ...ctx, actor: { ...ctx.actor, memberId: paper.offeredBy } };
  if (withdrawnAt) {
    if (!recordedId || (paper.followedAt && paper.followedAt >= withdrawnAt)) return nothing;
    const audit = await endRecord(acting, paper, { recordedId, withdrawnAt });
    return { outcome: "taken_back", recordedId, refused, audit };
  }
  if (answer !== "signed" || !terms || recordedId) return nothing;
  const vault = await openVault(ctx, paper.keyId);
  const agreed = readTerms(vault.open(termsPlace(paper.id), terms));
  try {
    // A refusal takes back what was written of it before.
    const { id, audit } = await withTransaction(acting, "read write", (scoped) => record(scoped, paper, agreed, vault));
    return { outcome: "recorded", recordedId: id, refused: null, audit };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { outcome: "refused", recordedId: null, refused: whyRefused(error.code, error.fields), audit: [] };
  }
}

async function record(ctx: TxCtx, paper: Paper, terms: PaperTerms, vault: Vault): Promise<Recorded> {
  const row = await lockCase(ctx, paper.caseId);
  const { answeredAt, answered } = paper;
  if (!answeredAt || !answered) throw new AppError("conflict", t("The client has not answered."));
  const zone = findPlaybook(row.pair, row.playbookVersion, await readLaw(ctx))?.home.zone ?? "UTC";
  const signedOn = civilDate(answeredAt, zone);
  if (terms.what === "consent") {
    return addConsent(ctx, row, { purposes: terms.purposes, signedOn, zone }, said(vault, paper, answered));
  }
  if (terms.what === "release") {
    const { id, audit } = await addRelease(ctx, row, {
      recipientRole: terms.recipientRole as Parameters<typeof addRelease>[2]["recipientRole"],
      recipient: terms.recipient,
      purpose: terms.purpose,
      which: terms.which,
      exhibits: terms.exhibits,
      identity: terms.identity,
      officers: terms.officers,
      items: terms.items,
      crossBorderBasis: terms.crossBorderBasis,
      signedOn,
      expiresOn: terms.expiresOn,
      exhibitId: null,
    });
    return { id, audit };
  }
  const { process, expiresOn } = terms;
  const added = await addAuthority(ctx, row, { process, givenBy: "client", signedOn, expiresOn, exhibitId: null });
  return { id: added.id, audit: [added.audit] };
}

const said = (vault: Vault, { id }: Paper, answered: NonNullable<Paper["answered"]>): AnswerWords =>
  readAnswer(vault.open(answeredPlace(id), answered));

type Agreed = { purposes: readonly string[]; signedOn: string; zone: string };

async function addConsent(
  ctx: TxCtx,
  row: Awaited<ReturnType<typeof lockCase>>,
  { purposes, signedOn, zone }: Agreed,
  { name, strokes }: AnswerWords,
): Promise<Recorded> {
  const recordedBy = ctx.actor.memberId;
  if (!recordedBy) throw new AppError("forbidden", t("A person records consent."));
  const vault = await openVault(ctx, row.keyId);
  const id = newId();
  const recorded = consentRow(vault, { id, orgId: ctx.orgId, caseId: row.id, recordedBy, recordedAt: ctx.now }, zone, {
    ground: "consent",
    way: "own_page",
    words: null,
    purposes: Object.fromEntries(purposes.map((purpose) => [purpose, true])),
    otherPurpose: null,
    givenOn: signedOn,
    signature: strokes,
    signedName: name,
    guardianName: null,
    guardianRelation: null,
    guardianAgreed: false,
    noGuardian: null,
  });
  await ctx.db.insert(consents).values(recorded);
  await touchCase(ctx, row.id);
  const { ground, way, givenOn } = recorded;
  return {
    id,
    audit: [{ action: "consent.recorded", subjectId: id, caseId: row.id, detail: { ground, way, givenOn } }],
  };
}

/** A release and an authority ended in her own transaction; this does the rest. */
async function endRecord(
  ctx: TxCtx,
  { id, kind, caseId, keyId, terms }: Paper,
  { recordedId, withdrawnAt }: { recordedId: string; withdrawnAt: Date },
): Promise<AuditEntry[]> {
  const row = await lockAnyCase(ctx, caseId);
  if (kind === "release") {
    const closed = await closeCopies(ctx, { caseId, releaseId: recordedId });
    return [{ action: "release.revoked", subjectId: recordedId, caseId, detail: { reason } }, ...closed];
  }
  const zone = findPlaybook(row.pair, row.playbookVersion, await readLaw(ctx))?.home.zone ?? "UTC";
  const on = civilDate(withdrawnAt, zone);
  if (kind === "consent") return endConsents(ctx, row, { on, at: withdrawnAt, reason });
  const agreed = terms && readTerms((await openVault(ctx, keyId)).open(termsPlace(id), terms));
  const process = agreed?.what === "authority" ? agreed.process : "";
  await touchCase(ctx, caseId);
  return [{ action: "authority.revoked", subjectId: recordedId, caseId, detail: { process } }];
}
