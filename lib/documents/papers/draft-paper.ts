import { written } from "@/lib/platform/language/written";
import "server-only";
import { eq, max } from "drizzle-orm";
import { type cases, documents } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import type { Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { newId } from "@/lib/platform/ids";
import { keepVersion } from "./access";
import { readFacts } from "./read-facts";
import { fillTemplate } from "./rules";
import type { Signer } from "./types";

type Wanted = {
  template: DocumentTemplate;
  law: Law;
  playbook: Playbook;
  signer: Signer;
  accountId?: string | null;
  refusalId?: string | null;
  /** Codes of the exhibits that go with it; all when left out. */
  exhibits?: readonly string[] | undefined;
};

/**
 * Fills a template from the facts of a case and stores it as the newest document, in the open transaction of the
 * caller, who has decided that it may be drafted. @param found the case, locked
 * @returns the document, and the details for the log
 */
export async function draftPaper(
  ctx: TxCtx,
  found: typeof cases.$inferSelect,
  { template, law, playbook, signer, accountId = null, refusalId = null, exhibits }: Wanted,
): Promise<{ id: string; audit: [AuditEntry, ...AuditEntry[]] }> {
  const wanted = { template, law, accountId, refusalId, ...(exhibits ? { chosen: exhibits } : {}) };
  const { facts, revealed } = await written(() => readFacts(ctx, found, wanted));
  const filled = written(() => fillTemplate(template, facts));
  const body = { ...filled, ...(exhibits ? { chosen: [...exhibits] } : {}) };
  const id = newId();
  await ctx.db.insert(documents).values({
    id,
    orgId: ctx.orgId,
    caseId: found.id,
    number: await nextNumber(ctx, found.id),
    template: template.key,
    kind: template.kind,
    rungKey: template.rung ?? null,
    refusalId,
    accountId,
    signer,
    stepKey: template.steps.find((step) => Object.hasOwn(playbook.steps, step)) ?? null,
    state: "draft",
    version: 1,
    draftedBy: ctx.actor.memberId ?? "",
    draftedAt: ctx.now,
    changedAt: ctx.now,
  });
  await keepVersion(ctx, found, { documentId: id, version: 1, body, note: "Drafted from the case" });
  await touchCase(ctx, found.id);
  const drafted: AuditEntry = {
    action: "document.drafted",
    subjectId: id,
    caseId: found.id,
    detail: { template: template.key, kind: template.kind },
  };
  const opened: AuditEntry = {
    action: "client.revealed",
    subjectId: found.clientId,
    caseId: found.id,
    detail: { fields: revealed, reason: `drafted ${template.key}` },
  };
  return { id, audit: revealed.length > 0 ? [drafted, opened] : [drafted] };
}

async function nextNumber(ctx: TxCtx, caseId: string): Promise<number> {
  const [last] = await ctx.db
    .select({ number: max(documents.number) })
    .from(documents)
    .where(eq(documents.caseId, caseId));
  return (last?.number ?? 0) + 1;
}
