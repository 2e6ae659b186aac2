import "server-only";
import { and, desc, eq, ne } from "drizzle-orm";
import { documents } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { findPlatform, findPlaybook, type Law, templatesFor } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { type CaseRow, readBody } from "./access";
import { readFacts } from "./read-facts";
import { documentCode, fillTemplate, lawNotInForce, opensOf } from "./rules";
import { sheetPieces } from "./sheet/rules";
import type { DocumentBody, DocumentFacts, Sheet } from "./types";

type SheetItem = {
  platform: string;
  accountId: string | null;
  /** The address that is reported. */
  address: string | null;
  /** What is sent about it. */
  kind: "platform_report" | "platform_appeal" | "take_it_down_notice";
};

/**
 * The text for a platform's form about one item, piece by piece: of the document that was drafted for the account, else
 * filled from the case. Nothing is stored. Null where the law data has no text, or its law is not in force.
 * @throws AppError not_found
 */
export const readSheet = query("case.read", async (ctx, caseId: string, item: SheetItem): Promise<Sheet | null> => {
  const found = await findCase(ctx, caseId);
  const law = await readLaw(ctx);
  const playbook = findPlaybook(found.pair, found.playbookVersion, law);
  const fitting = playbook ? templatesFor(playbook, law).filter((template) => template.kind === item.kind) : [];
  const template =
    fitting.find(({ platform }) => platform === item.platform) ??
    fitting.find(({ platform }) => platform === undefined);
  // A text that opens sealed details of the client is drafted as a document, with a fresh proof.
  if (!template || !playbook || opensOf(template).length > 0) return null;
  if (lawNotInForce(template, civilDate(ctx.now, playbook.home.zone), law)) return null;
  const draft = await newestDraft(ctx, found, template, item.accountId);
  const facts = await factsOf(ctx, found, { template, law, item });
  const filled = fillTemplate(template, facts);
  return {
    template: template.key,
    title: filled.title,
    draft: draft && { id: draft.id, code: draft.code },
    pieces: sheetPieces(draft ? withAddress(draft.body, filled) : filled),
  };
});

/** What a person already wrote for this account, newest first. */
async function newestDraft(ctx: TxCtx, found: CaseRow, template: DocumentTemplate, accountId: string | null) {
  if (accountId === null) return null;
  const [row] = await ctx.db
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.orgId, ctx.orgId),
        eq(documents.caseId, found.id),
        eq(documents.template, template.key),
        eq(documents.accountId, accountId),
        ne(documents.state, "withdrawn"),
      ),
    )
    .orderBy(desc(documents.number))
    .limit(1);
  if (!row) return null;
  const { body } = await readBody(ctx, found, row);
  return { id: row.id, code: documentCode(row.number), body };
}

/** A draft is for the whole account: of an item, its own address goes where the draft was left open. */
function withAddress(draft: DocumentBody, filled: DocumentBody): DocumentBody {
  const known = new Map(filled.blocks.map((block) => [block.id, block]));
  const blocks = draft.blocks.map((block) => {
    const own = known.get(block.id);
    return block.kind === "prompt" && !block.text && own?.kind === "prompt" ? { ...block, text: own.text } : block;
  });
  return { ...draft, blocks };
}

type Wanted = { template: DocumentTemplate; law: Law; item: SheetItem };

/** Without an account on the board only the platform is known, whatever other accounts the case has. */
async function factsOf(ctx: TxCtx, found: CaseRow, { template, law, item }: Wanted): Promise<DocumentFacts> {
  const { facts } = await readFacts(ctx, found, { template, law, accountId: item.accountId, refusalId: null });
  const entries = Object.entries(facts.values).filter(([name]) => item.accountId || !name.startsWith("account."));
  const values = {
    ...Object.fromEntries(entries),
    "account.platform": findPlatform(item.platform, law)?.name ?? null,
    "item.address": item.address,
  };
  return { ...facts, values };
}
