import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { type CaseRow, type DocumentRecord, keepVersion } from "./access";
import { setDocument } from "./set-document";
import type { DocumentBody } from "./types";

/** Adds a wording and makes it the one that counts. */
export async function saveVersion(
  ctx: TxCtx,
  { row, found }: { row: DocumentRecord; found: CaseRow },
  body: DocumentBody,
  note: string | null,
): Promise<number> {
  const version = row.version + 1;
  await keepVersion(ctx, found, { documentId: row.id, version, body, note });
  await setDocument(ctx, row.id, { version });
  return version;
}
