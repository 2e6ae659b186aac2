import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { lockDocument, readBody, requireTemplate, requireVersion } from "../access";
import { RefreshDocument } from "../input";
import { readFacts } from "../read-facts";
import { refreshBody } from "../refresh-body";
import { fillTemplate } from "../rules";
import { saveVersion } from "../save-version";

/** Refreshing it would bypass the check for gaps that is made when a certificate is drafted. */
const draftAgain = t("Draft the certificate again under Evidence, Certificates. It shows what is missing.");

/**
 * Regenerates tables, annexures and unedited text from the current case. What a person wrote is kept.
 * @throws AppError conflict if somebody saved in between, the document is not a draft, or it is a certificate
 */
export const refreshDocument = command({
  needs: "document.write",
  input: RefreshDocument,
  async run(ctx, { documentId, expectedVersion }) {
    const { row, found } = await lockDocument(ctx, documentId, "refresh");
    requireVersion(row, expectedVersion);
    const law = await readLaw(ctx);
    const template = requireTemplate(law, row.template);
    if (template.about === "exhibits") throw new AppError("conflict", draftAgain);
    const { body } = await readBody(ctx, found, row);
    const { accountId, refusalId } = row;
    const chosen = body.chosen;
    const { facts, revealed } = await written(() =>
      readFacts(ctx, found, { template, law, accountId, refusalId, chosen }),
    );
    const drawn = written(() => refreshBody(body, fillTemplate(template, facts)));
    const same = JSON.stringify(drawn) === JSON.stringify(body);
    const version = same ? row.version : await saveVersion(ctx, { row, found }, drawn, "Refreshed from the case");
    await touchCase(ctx, row.caseId);
    const refreshed: AuditEntry = {
      action: "document.refreshed",
      subjectId: row.id,
      caseId: row.caseId,
      detail: { version },
    };
    const opened: AuditEntry[] = revealed.length
      ? [
          {
            action: "client.revealed",
            subjectId: found.clientId,
            caseId: row.caseId,
            detail: { fields: revealed, reason: `drafted ${row.template}` },
          },
        ]
      : [];
    return { value: { id: row.id, version, changed: !same }, audit: [refreshed, ...opened] };
  },
});
