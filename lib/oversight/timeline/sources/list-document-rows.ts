import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accounts, documents, letters } from "@/db/schema";
import { documentCode, plainTitle } from "@/lib/documents/papers/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findTemplate } from "@/lib/law/jurisdictions/rules";
import { onDay } from "../rules";
import type { SourceRow, Traced } from "../types";

/** Documents: drafted, made final, sworn and sent, each on its day. What is on the register of letters is a line of it. */
export async function listDocumentRows(ctx: TxCtx, { row, law, zone }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select({ document: documents, platform: accounts.platform, letter: letters.id })
    .from(documents)
    .leftJoin(accounts, eq(accounts.id, documents.accountId))
    .leftJoin(letters, and(eq(letters.documentId, documents.id), isNull(letters.withdrawnAt)))
    .where(and(eq(documents.orgId, ctx.orgId), eq(documents.caseId, row.id)));
  return rows.flatMap(({ document, platform, letter }) => {
    const template = findTemplate(document.template, law);
    const name = `${documentCode(document.number)} ${template ? plainTitle(template) : document.kind}`;
    const line = (what: string, title: string, at: Date, day: string | null): SourceRow => ({
      key: `document-${document.id}-${what}`,
      kind: "document",
      at,
      day,
      title,
      words: () => null,
      byId: what === "drafted" ? document.draftedBy : null,
      accountId: document.accountId,
      platform,
      href: `/cases/${row.id}/documents/${document.id}`,
      marks: document.state === "withdrawn" ? ["withdrawn"] : [],
    });
    const on = (what: string, title: string, day: string | null) =>
      day ? [line(what, title, onDay(day, document.changedAt, zone), day)] : [];
    return [
      line("drafted", t("{name}: drafted", { name }), document.draftedAt, null),
      ...on("final", t("{name}: made final", { name }), document.finalOn),
      ...on("sworn", t("{name}: sworn", { name }), document.swornOn),
      ...(letter ? [] : on("sent", t("{name}: sent", { name }), document.sentOn)),
    ];
  });
}
