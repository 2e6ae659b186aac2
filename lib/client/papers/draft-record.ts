import "server-only";
import type { z } from "zod";
import type { cases } from "@/db/schema";
import { type ConsentPurpose, consentPurposes } from "@/lib/casework/cases/types";
import { readSafeContact } from "@/lib/casework/clients/queries";
import { readPlan } from "@/lib/casework/safety/plans/read-plan";
import { readOwnTexts } from "@/lib/client/wording/access";
import { sayIn, speakIn } from "@/lib/client/wording/rules";
import { findDocument, readBody } from "@/lib/documents/papers/access";
import { checkTerm, processesOf } from "@/lib/escalation/written-authorities/rules";
import { readCoverage } from "@/lib/handover/releases/read-coverage";
import { releaseTerm } from "@/lib/handover/releases/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlaybook, findProcess } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import type { OfferRecord } from "./input";
import { paragraphsIn } from "./rules";
import type { PaperContent, PaperKind, PaperTerms, PaperText } from "./types";
import { composePaper, hasWords } from "./words/rules";

type Case = typeof cases.$inferSelect;
type Offer = z.output<typeof OfferRecord>;

type Drafted = {
  kind: PaperKind;
  text: PaperText;
  english: PaperText;
  /** What her signature becomes; null for what she only reads. */
  terms: PaperTerms | null;
  unconfirmed: boolean;
  document: { id: string; version: number } | null;
};

const kinds: Record<Offer["what"], PaperKind> = {
  consent: "consent",
  release: "release",
  authority: "authority",
  plan: "plan",
  contact: "plan",
  statement: "statement",
};

/**
 * Puts a record of a case into words, in her language and in English. It is as strict as recording it would be.
 * @throws AppError not_found; invalid at the field that cannot be so; conflict for a record that is empty
 */
export async function draftRecord(ctx: TxCtx, row: Case, offer: Offer): Promise<Drafted> {
  const { content, terms, document } = await contentOf(ctx, row, offer);
  const { say, allConfirmed } = speakIn(offer.language, await readOwnTexts(ctx, offer.language));
  const text = composePaper(say, ctx.orgName, content);
  const english = composePaper(sayIn("en"), ctx.orgName, content);
  return { kind: kinds[offer.what], text, english, terms, unconfirmed: !allConfirmed(), document };
}

type Content = { content: PaperContent; terms: PaperTerms | null; document: Drafted["document"] };

async function contentOf(ctx: TxCtx, row: Case, offer: Offer): Promise<Content> {
  switch (offer.what) {
    case "consent": {
      const purposes = consentPurposes.filter((key: ConsentPurpose) => offer.purposes[key]);
      const terms = { what: "consent" as const, purposes };
      return { content: terms, terms, document: null };
    }
    case "release": {
      const { caseId: _case, language: _language, expiresOn, ...rest } = offer;
      await readCoverage(ctx, row.id, rest);
      const today = await todayAt(ctx, row);
      const terms = { ...rest, expiresOn: releaseTerm(today, expiresOn, today) };
      return { content: terms, terms, document: null };
    }
    case "authority":
      return authorityOf(ctx, row, offer);
    case "plan": {
      const { entries } = await readPlan(ctx, await openVault(ctx, row.keyId), row.id);
      if (entries.length === 0) throw new AppError("conflict", t("The safety plan is empty."));
      return { content: { what: "plan", entries }, terms: null, document: null };
    }
    case "contact": {
      const { channel, hours, never } = await readSafeContact(ctx, row.clientId);
      return { content: { what: "contact", channel, hours, never }, terms: null, document: null };
    }
    case "statement": {
      const { row: document } = await findDocument(ctx, offer.documentId);
      if (document.caseId !== row.id) throw new AppError("not_found", t("No such document."));
      const { body } = await readBody(ctx, row, document);
      const content = { what: "statement" as const, paragraphs: paragraphsIn(body) };
      return { content, terms: null, document: { id: document.id, version: document.version } };
    }
  }
}

async function authorityOf(ctx: TxCtx, row: Case, offer: Extract<Offer, { what: "authority" }>): Promise<Content> {
  const { process, information, to, expiresOn } = offer;
  const law = await readLaw(ctx);
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  const known = processesOf(law.processes, playbook).some((candidate) => candidate.key === process);
  if (!known || !hasWords(process)) {
    const message = t("Choose what the client allows.");
    throw new AppError("invalid", message, { process: message });
  }
  const today = civilDate(ctx.now, playbook?.home.zone ?? "UTC");
  checkTerm(today, expiresOn, today);
  // Practice without a rule (mark G) is not shown as law.
  const rule = findProcess(process, law)?.sources.find(({ marks }) => !marks.includes("G"));
  const terms = { what: "authority" as const, process, information, to, expiresOn };
  return { content: { ...terms, law: rule?.source ?? null }, terms, document: null };
}

async function todayAt(ctx: TxCtx, row: Case) {
  const playbook = findPlaybook(row.pair, row.playbookVersion, await readLaw(ctx));
  return civilDate(ctx.now, playbook?.home.zone ?? "UTC");
}
