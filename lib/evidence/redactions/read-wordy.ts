import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { chatImports, derivatives } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The exhibits of a case that have words that can be covered. The caller must be allowed to see the case. */
export async function readWordy({ db, orgId }: TxCtx, caseId: string): Promise<Set<string>> {
  const texts = await db
    .selectDistinct({ exhibitId: derivatives.exhibitId })
    .from(derivatives)
    .where(and(eq(derivatives.orgId, orgId), eq(derivatives.caseId, caseId), eq(derivatives.kind, "text")));
  const chats = await db
    .selectDistinct({ exhibitId: chatImports.exhibitId })
    .from(chatImports)
    .where(and(eq(chatImports.orgId, orgId), eq(chatImports.caseId, caseId), gt(chatImports.messages, 0)));
  return new Set([...texts, ...chats].map(({ exhibitId }) => exhibitId));
}
