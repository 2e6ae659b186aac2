import "server-only";
import { and, desc, eq, gt } from "drizzle-orm";
import { chatImports, derivatives } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { NumberedReading } from "./types";

/** Null if nothing was read of it. The caller must be allowed to see the exhibit. */
export async function readingOf({ db, orgId }: TxCtx, exhibitId: string): Promise<NumberedReading | null> {
  const [chat] = await db
    .select({ id: chatImports.id })
    .from(chatImports)
    .where(
      and(
        eq(chatImports.orgId, orgId),
        eq(chatImports.exhibitId, exhibitId),
        eq(chatImports.state, "ready"),
        gt(chatImports.messages, 0),
      ),
    )
    .orderBy(desc(chatImports.startedAt), desc(chatImports.id))
    .limit(1);
  if (chat) return { of: "message", id: chat.id };
  const [text] = await db
    .select({ id: derivatives.fileId })
    .from(derivatives)
    .where(and(eq(derivatives.orgId, orgId), eq(derivatives.exhibitId, exhibitId), eq(derivatives.kind, "text")))
    .orderBy(desc(derivatives.version))
    .limit(1);
  return text ? { of: "line", id: text.id } : null;
}
