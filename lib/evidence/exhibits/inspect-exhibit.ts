import "server-only";
import { isStopped } from "@/lib/casework/minors-stop/access";
import type { MadeFile } from "@/lib/evidence/derivatives/input";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { bytesOfStream, sha256OfStream } from "@/lib/platform/crypto/hash";
import { type Sandbox, sandbox } from "@/lib/platform/sandbox/sandbox";
import type { Looked, PageImage } from "@/lib/platform/sandbox/types";
import { drawTool } from "@/lib/platform/sandbox/versions";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { callsHome } from "./calls-home";
import { checkArchiveStamp } from "./check-archive-stamp";
import { recordInspection } from "./commands/record-inspection";
import type { PrintPlan } from "./input";
import { keepPdfWords } from "./keep-pdf-words";
import { keepText } from "./keep-text";
import { openOriginal } from "./open-original";
import { readOriginal } from "./queries";
import { maxPrintedPages, mayAct, printDpi } from "./rules";
import type { Active } from "./types";

const maxPageBytes = 64 * 1024 * 1024;

/**
 * The job after an exhibit arrived: determines the file type, makes once what a packet prints of it, reads the stored
 * bytes back and records all of it. One page is in memory at a time; no transaction is open while the sandbox works,
 * and a retry finds the work done. On a case that takes no files nothing is drawn.
 */
export async function inspectExhibit(
  ctx: Ctx,
  { exhibitId }: { exhibitId: string },
  looker: Pick<Sandbox, "inspect" | "lookInto"> = sandbox,
): Promise<void> {
  const original = await readOriginal(ctx, exhibitId);
  if (original.look) return;
  const file = await openOriginal(ctx, original);
  const stopped = await withTransaction(ctx, "read only", (scoped) => isStopped(scoped, original.caseId));
  const files = await openFiles(ctx, original.keyId);
  const found = stopped ? { look: await looker.inspect(file), made: [] } : await prepare(looker, file, files);
  const stored = await sha256OfStream(await file.open());
  const made = found.made.map(({ fileId }) => fileId);
  const record = () => recordInspection(ctx, { exhibitId, ...found, sha256: stored.sha256 });
  const noted = await orDrop(files, made, record);
  // The stop came while it was being drawn: the result is not stored.
  if (noted.stopped) for (const fileId of made) await files.drop(fileId);
}

type Original = Awaited<ReturnType<typeof openOriginal>>;

async function prepare(looker: Pick<Sandbox, "lookInto">, file: Original, files: SealedFiles) {
  const made: MadeFile[] = [];
  const onPage = async (page: PageImage) => void made.push(await keepPage(files, page));
  const looked = await looker.lookInto(file, { maxPages: maxPrintedPages, dpi: printDpi, onPage });
  if (looked.rendering.kind === "text") made.push(await keepText(files, await checkArchiveStamp(looked.rendering)));
  const { metadata, fingerprint, inspection } = looked;
  // What could not be drawn to its end is not waited for a second time; a packet tries it once more.
  if (inspection.kind === "pdf" && looked.rendering.kind === "pages" && looked.rendering.problem === null)
    made.push(...listed(await keepPdfWords(files, file)));
  const look = { ...inspection, print: planOf(looked), acts: await actsOf(file, inspection.mime) };
  return { look, findings: { metadata, fingerprint }, made };
}

/** The active content of the file; undefined for kinds that are not analysed. Nothing of it is run or fetched. */
async function actsOf({ open, size }: Original, mime: string): Promise<Active[] | undefined> {
  return mayAct({ mime, size }) ? callsHome(await bytesOfStream(await open(), size)) : undefined;
}

/** @throws StorageError; pages stored before then have no row, and are removed as orphans */
async function keepPage(files: SealedFiles, { bytes, number, format, width, height }: PageImage): Promise<MadeFile> {
  const kept = await files.receive(once(bytes), { maxBytes: maxPageBytes });
  return { ...kept, kind: "page", page: number, format, width, height, tool: drawTool() };
}

function planOf({ rendering }: Looked): PrintPlan {
  if (rendering.kind === "original") {
    const { format, width, height } = rendering;
    return { as: "original", format, width, height };
  }
  if (rendering.kind === "text") return { as: "text" };
  if (rendering.kind === "not_shown") return { as: "nothing", reason: rendering.reason };
  const { totalPages, skipped, problem } = rendering;
  return { as: "pages", totalPages, skipped, problem };
}

const listed = (file: MadeFile | null): MadeFile[] => (file ? [file] : []);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
