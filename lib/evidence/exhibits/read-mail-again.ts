import "server-only";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sha256OfStream } from "@/lib/platform/crypto/hash";
import { type Sandbox, sandbox } from "@/lib/platform/sandbox/sandbox";
import { textReaderName } from "@/lib/platform/sandbox/versions";
import { noteReading } from "./commands/note-reading";
import { keepText } from "./keep-text";
import { listReadings } from "./list-readings";
import { openOriginal } from "./open-original";
import { openReading } from "./open-reading";
import { readOriginal } from "./queries";
import { readsOtherwise } from "./rules";

/**
 * Reads a stored mail again if an older parser read it, and stores the new reading in addition to the earlier one. A
 * mail that this parser cannot read does not change, nor does one whose case takes no files; both are retried.
 */
export async function readMailAgain(
  ctx: Ctx,
  { exhibitId }: { exhibitId: string },
  looker: Pick<Sandbox, "renderPages"> = sandbox,
): Promise<void> {
  const original = await readOriginal(ctx, exhibitId);
  const { readings } = await listReadings(ctx, exhibitId);
  const [before] = readings;
  if (original.look?.kind !== "eml" || !before || before.tool.startsWith(textReaderName)) return;
  if (await withTransaction(ctx, "read only", (scoped) => isStopped(scoped, original.caseId))) return;
  const file = await openOriginal(ctx, original);
  const { rendering } = await looker.renderPages(file, { maxPages: 1 });
  if (rendering.kind !== "text") return;
  const files = await openFiles(ctx, original.keyId);
  const differs = readsOtherwise(await openReading(files, before), rendering);
  const { sha256 } = await sha256OfStream(await file.open());
  const made = await keepText(files, rendering);
  const record = () => noteReading(ctx, { exhibitId, sha256, made, version: before.version + 1, differs });
  await orDrop(files, [made.fileId], record);
}
