import { written } from "@/lib/platform/language/written";
import "server-only";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { type Ctx, fromReplica } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { type Passed, type ZipPiece, zipPieces } from "@/lib/platform/zip/zip-pieces";
import { type ExportRow, findExport } from "./access";
import { noteExport } from "./note-export";
import { readAccessFolder } from "./read-access-folder";
import { readCaseFolder } from "./read-case-folder";
import { readFolderEnd } from "./read-folder-end";
import { readOrganisationFolder } from "./read-organisation-folder";

/** Beyond what any disk of ours holds: the storage itself says when it is full. */
const maxBytes = 16 * 1024 ** 4;

/**
 * The job that writes an export: it is encrypted as a stream, and not held in memory. A second run starts again; one
 * for an export awaiting approval notifies the supervisors, and one without a request does nothing.
 */
export async function buildExport(ctx: Ctx, { exportId }: { exportId: string }): Promise<void> {
  const row = await readWork(ctx, exportId);
  if (row.kind === "organisation" && (row.state === "waiting" || row.state === "building")) {
    await noteExport(ctx, { exportId, told: row.state });
  }
  if (row.state !== "building") return;
  try {
    await written(() => build(ctx, row));
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return;
    const reason = error instanceof Error ? error.name : "unknown";
    await noteExport(ctx, { exportId, failed: reason });
    throw error;
  }
}

async function build(ctx: Ctx, row: ExportRow): Promise<void> {
  const exportId = row.id;
  const passed: Passed[] = [];
  const counted = { cases: row.kind === "organisation" ? 0 : 1 };
  const onCase = async (done: number, cases: number) => {
    counted.cases = cases;
    await noteExport(ctx, { exportId, progress: { done, cases } });
  };
  async function* folder(): AsyncGenerator<ZipPiece> {
    const reader = fromReplica(ctx);
    if (row.clientId) yield* readAccessFolder(reader, { clientId: row.clientId, namesStaff: row.namesStaff });
    else if (row.caseId) yield* readCaseFolder(reader, row.caseId);
    else yield* readOrganisationFolder(reader, row.askedBy, onCase);
    yield* readFolderEnd(passed, { kind: row.kind, madeAt: ctx.now.toISOString() });
  }
  const files = await openFiles(ctx, row.keyId);
  const source = zipPieces(folder(), ctx.now, (file) => passed.push(file));
  const { fileId, size, sha256 } = await files.receive(source, { maxBytes });
  const built = { fileId, size, sha256, files: passed.length, cases: counted.cases };
  await orDrop(files, [fileId], () => noteExport(ctx, { exportId, built }));
}

const readWork = query("case.read", (ctx, exportId: string) => findExport(ctx, exportId));
