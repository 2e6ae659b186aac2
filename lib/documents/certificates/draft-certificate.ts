import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { draftPaper } from "@/lib/documents/papers/draft-paper";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { DraftCertificate } from "./input";
import { gapWords } from "./labels";
import { certificatesFor, listCandidates } from "./queries";
import type { Candidate } from "./types";

/**
 * Drafts a certificate over chosen exhibits from the record and their ledgers. If anything is missing, nothing is
 * drafted. What a person must attest is left blank.
 * @throws AppError not_found; invalid at `certificate` if it does not belong to the case's countries, at `exhibitIds`
 * for an exhibit of another case and for the gaps of each
 */
export const draftCertificate = command({
  needs: "document.write",
  input: DraftCertificate,
  async run(ctx, { caseId, certificate, exhibitIds }) {
    const found = await lockCase(ctx, caseId);
    const law = await readLaw(ctx);
    const playbook = findPlaybook(found.pair, found.playbookVersion, law);
    const template = certificatesFor(playbook, law).find((candidate) => candidate.key === certificate);
    if (!template || !playbook) throw refuse("certificate", "Choose a certificate that belongs to this case.");
    const candidates = await listCandidates(ctx, caseId);
    const chosen = candidates.filter((candidate) => exhibitIds.includes(candidate.id));
    if (chosen.length !== new Set(exhibitIds).size) throw refuse("exhibitIds", "Choose exhibits of this case.");
    refuseGaps(chosen);
    const exhibits = chosen.map((candidate) => candidate.label);
    const signer = template.signers[0] ?? "certifier";
    const { id, audit } = await draftPaper(ctx, found, { template, law, playbook, signer, exhibits });
    const drafted: AuditEntry = {
      action: "certificate.drafted",
      subjectId: id,
      caseId,
      detail: { certificate, exhibits: exhibits.length },
    };
    return { value: { id }, audit: [...audit, drafted] as [AuditEntry, ...AuditEntry[]] };
  },
});

function refuseGaps(chosen: readonly Candidate[]): void {
  const messages = chosen
    .filter((candidate) => candidate.gaps.length > 0)
    .map(
      (candidate) => `${candidate.label}: ${candidate.gaps.map((gap) => gapWords[gap.need].toLowerCase()).join(", ")}`,
    );
  if (messages.length > 0) throw refuse("exhibitIds", `Not drafted. ${messages.join(". ")}.`);
}

function refuse(field: string, message: string): AppError {
  return new AppError("invalid", message, { [field]: message });
}
