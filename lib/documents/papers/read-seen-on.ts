import { labelTable } from "@/lib/platform/language/label-table";
import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { chatImports } from "@/db/schema";
import { formatLabels } from "@/lib/evidence/chats/labels";
import type { ChatFormat } from "@/lib/evidence/chats/types";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlatform, type Law } from "@/lib/law/jurisdictions/rules";

const names: Record<ChatFormat, string> = labelTable(() => ({ ...formatLabels, sms: "SMS", eml: "e-mail" }));

/** By exhibit, where what it shows was seen: the platform that it names, or that of the chat which was read of it. */
export async function readSeenOn(
  ctx: TxCtx,
  caseId: string,
  exhibits: readonly ExhibitView[],
  law: Law,
): Promise<Map<string, string>> {
  const chats = await ctx.db
    .select({ exhibitId: chatImports.exhibitId, format: chatImports.format })
    .from(chatImports)
    .where(and(eq(chatImports.caseId, caseId), isNotNull(chatImports.format)));
  const read = new Map(chats.map(({ exhibitId, format }) => [exhibitId, names[format as ChatFormat]]));
  return new Map(
    exhibits.flatMap(({ id, platform }) => {
      const name = platform ? (findPlatform(platform, law)?.name ?? platform) : read.get(id);
      return name ? [[id, name] as const] : [];
    }),
  );
}
