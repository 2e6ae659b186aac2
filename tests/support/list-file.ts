import type { Ctx } from "@/lib/kernel/access/ctx";
import { saveMapping } from "@/lib/operations/imports/commands/save-mapping";
import { readImport } from "@/lib/operations/imports/queries";
import { receiveList } from "@/lib/operations/imports/receive-list";
import type { Mapping } from "@/lib/operations/imports/types";
import { workImport } from "@/lib/operations/imports/work-import";
import type { Org } from "./org";

export { csvOf, listHeaders, listRow } from "./list-rows";

export async function sendList(ctx: Ctx, bytes: string | Uint8Array): Promise<string> {
  const body = (async function* () {
    yield Buffer.from(bytes);
  })();
  const { id } = await receiveList(ctx, { body, name: "old cases.csv" }, async () => ctx);
  return id;
}

/** Received and read by the confined child. */
export async function readListOf(org: Org, bytes: string | Uint8Array): Promise<string> {
  const id = await sendList(await org.as("supervisor"), bytes);
  await workImport(org.service(), { importId: id });
  return id;
}

/** Checked with the mapping that was guessed, or with parts of another. */
export async function checkListOf(org: Org, importId: string, over: Partial<Mapping> = {}): Promise<void> {
  const ctx = await org.as("supervisor");
  const { mapping } = await readImport(ctx, importId);
  await saveMapping(ctx, { importId, ...mapping, ...over });
  await workImport(org.service(), { importId });
}
