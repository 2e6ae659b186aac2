import { sql } from "drizzle-orm";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { readExport } from "@/lib/evidence/chats/read-export";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "./exhibit";
import type { Org } from "./org";

export const home = "Africa/Johannesburg";

/** Adds bytes as an exhibit and has them read, as the worker would. */
export async function importChat(org: Org, caseId: string, bytes: Uint8Array, change: Record<string, unknown> = {}) {
  const ctx = await org.as("caseworker");
  const { exhibitId } = await addExhibit(ctx, caseId, bytes, { method: "native_export", fileName: "chat.txt" });
  const { id } = await startImport(await org.as("caseworker"), { caseId, exhibitId, zone: home, ...change });
  await readExport(org.service(), { importId: id });
  return { exhibitId, importId: id };
}

/** Everything that the tables of chats hold, as text: to look for words that must not be there. */
export function dumpChats(ctx: Ctx): Promise<string> {
  return withTransaction(ctx, "read only", async ({ db }) => {
    const rows = await db.execute(sql`select to_jsonb(m)::text as row from app.chat_messages m
      union all select to_jsonb(s)::text from app.chat_senders s
      union all select to_jsonb(i)::text from app.chat_imports i
      union all select to_jsonb(a)::text from audit.entries a`);
    return [...rows].map((row) => String((row as { row: string }).row)).join("\n");
  });
}
