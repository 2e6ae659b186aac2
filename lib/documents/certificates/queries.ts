import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { documents } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { stateLabels } from "@/lib/documents/papers/labels";
import { documentCode, notFromHere, plainTitle } from "@/lib/documents/papers/rules";
import { listExhibits } from "@/lib/evidence/exhibits/queries";
import { checkLedgers } from "@/lib/evidence/verification/check-ledgers";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { findPlaybook, type Law, templatesFor } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { readLaw } from "@/lib/law/provisions/queries";
import { certificateGaps } from "./rules";
import type { Candidate, CertificateDesk } from "./types";

/** What can be certified in a case, and what is missing. @throws AppError not_found */
export const readCertificateDesk = query("case.read", async (ctx, caseId: string): Promise<CertificateDesk> => {
  const found = await findCase(ctx, caseId);
  const law = await readLaw(ctx);
  const templates = certificatesFor(findPlaybook(found.pair, found.playbookVersion, law), law);
  return {
    choices: templates.map((template) => ({
      key: template.key,
      title: plainTitle(template),
      purpose: template.purpose,
    })),
    candidates: await listCandidates(ctx, caseId),
    drafted: await listDrafted(ctx, caseId, templates),
  };
});

/** The certificates that belong to the countries of a case. */
export function certificatesFor(playbook: Playbook | null | undefined, law: Law): DocumentTemplate[] {
  if (!playbook) return [];
  const fitting = templatesFor(playbook, law).filter((template) => template.about === "exhibits");
  return fitting.filter((template) => notFromHere(template, playbook) === null);
}

/** Every exhibit of a case with its gaps, in the order of their numbers. */
export async function listCandidates(ctx: TxCtx, caseId: string): Promise<Candidate[]> {
  const exhibits = (await listExhibits(ctx, caseId)).toSorted((a, b) => a.number - b.number);
  const ledgers = await checkLedgers(
    ctx,
    exhibits.map((exhibit) => exhibit.id),
  );
  const whole = new Set(ledgers.flatMap((ledger) => (ledger.problem === null ? [ledger.exhibitId] : [])));
  return exhibits.map((exhibit) => ({
    id: exhibit.id,
    label: exhibit.label,
    description: exhibit.description,
    gaps: certificateGaps(exhibit, whole.has(exhibit.id)),
  }));
}

async function listDrafted(ctx: TxCtx, caseId: string, templates: readonly DocumentTemplate[]) {
  const titles = new Map(templates.map((template) => [template.key, plainTitle(template)]));
  if (titles.size === 0) return [];
  const rows = await ctx.db
    .select({ id: documents.id, number: documents.number, template: documents.template, state: documents.state })
    .from(documents)
    .where(and(eq(documents.caseId, caseId), inArray(documents.template, [...titles.keys()])))
    .orderBy(desc(documents.number));
  return rows.map(({ id, number, template, state }) => ({
    id,
    code: documentCode(number),
    title: titles.get(template) ?? template,
    state: stateLabels[state],
  }));
}
