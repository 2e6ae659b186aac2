import "server-only";
import { clientPapers } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { PageRow } from "@/lib/client/pages/access";
import type { ClientLanguage } from "@/lib/client/wording/rules";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { englishPlace, termsPlace, textPlace } from "./rules";
import type { PaperKind, PaperTerms, PaperText } from "./types";

type New = {
  kind: PaperKind;
  language: ClientLanguage;
  text: PaperText;
  english: PaperText | null;
  terms: PaperTerms | null;
  unconfirmed: boolean;
  document: { id: string; version: number } | null;
};

/** Puts a paper on an open page of a locked case, sealed under the key of the page. Its text never changes. */
export async function putOnPage(ctx: TxCtx, page: PageRow, paper: New): Promise<{ id: string; audit: AuditEntry }> {
  const { kind, language, text, english, terms, unconfirmed, document } = paper;
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", t("A person offers a paper."));
  const id = newId();
  const { id: pageId, caseId, keyId } = page;
  const json = JSON.stringify(text);
  const textSha256 = sha256(json).toString("hex");
  const vault = await openVault(ctx, keyId);
  await ctx.db.insert(clientPapers).values({
    id,
    orgId: ctx.orgId,
    caseId,
    pageId,
    kind,
    text: vault.seal(textPlace(id), json),
    textSha256,
    language,
    english: vault.sealMaybe(englishPlace(id), english && JSON.stringify(english)),
    terms: vault.sealMaybe(termsPlace(id), terms && JSON.stringify(terms)),
    unconfirmed,
    documentId: document?.id ?? null,
    documentVersion: document?.version ?? null,
    offeredBy: memberId,
    offeredAt: ctx.now,
  });
  await touchCase(ctx, caseId);
  const detail = { kind, language, sha256: textSha256 };
  return { id, audit: { action: "client_paper.offered", subjectId: id, caseId, detail } };
}
