import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { cases, derivatives, exhibits } from "@/db/schema";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { type PictureReader, readPictures } from "@/lib/evidence/picture-words/read-pictures";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { makeCaseToPrint } from "../../support/case-to-print";
import { addExhibit } from "../../support/exhibit";
import { bytesOf } from "../../support/files";
import { makeOrg, type Org, type Person } from "../../support/org";
import { makeExhibitFiles } from "./exhibit-files";

/** One file that goes into the packet, in clear for the programs beside us. */
type PlainFile = { path: string; kind: "jpeg" | "png" | "pdf" };

export type PacketCase = {
  org: Org;
  worker: Person;
  caseId: string;
  keyId: string;
  /** The sealed files that the assembler reads: pictures as they came, and the pages that were rendered at arrival. */
  fileIds: string[];
  /** Bytes of those, and of the exhibits as they came. */
  preparedBytes: number;
  exhibitBytes: number;
  folder: string;
  /** The exhibits as they came. */
  plain: PlainFile[];
};

/** A case with so many exhibits, each received and looked into as in the product. */
export async function makePacketCase(count: number): Promise<PacketCase> {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-packet-"));
  const plain: PlainFile[] = [];
  let exhibitBytes = 0;
  for await (const file of makeExhibitFiles(count)) {
    const receipt = await addExhibit(worker.ctx, caseId, file.bytes, { fileName: file.name });
    await inspectExhibit(org.service(), { exhibitId: receipt.exhibitId });
    await readPictures(org.service(), { exhibitId: receipt.exhibitId }, readAlready);
    const path = join(folder, `${String(plain.length).padStart(4, "0")}.${file.kind}`);
    writeFileSync(path, file.bytes);
    plain.push({ path, kind: file.kind });
    exhibitBytes += file.bytes.byteLength;
  }
  return { org, worker, caseId, folder, plain, exhibitBytes, ...(await preparedOf(org, caseId)) };
}

/** Read by a job long before: as many words as a full page has. */
const readAlready: PictureReader = async () => ({ state: "read", words: pageOfWords, cut: false });
const pageOfWords = Array.from({ length: 300 }, (_, i) => ({
  text: `word${i}`,
  line: `1.1.${1 + Math.floor(i / 10)}`,
  x: (i % 10) / 10,
  y: i / 300,
  width: 0.09,
  height: 0.003,
  sure: 90,
}));

/** What the assembler reads of each exhibit: its pages where there are any, else the picture itself. */
async function preparedOf(org: Org, caseId: string) {
  const { key, rows, pages } = await withTransaction(org.service(), "read only", async ({ db }) => ({
    key: (await db.select({ keyId: cases.keyId }).from(cases).where(eq(cases.id, caseId)))[0]?.keyId ?? "",
    rows: await db
      .select({ id: exhibits.id, fileId: exhibits.fileId, size: exhibits.size })
      .from(exhibits)
      .where(eq(exhibits.caseId, caseId)),
    pages: await db
      .select({
        exhibitId: derivatives.exhibitId,
        fileId: derivatives.fileId,
        size: derivatives.size,
        kind: derivatives.kind,
      })
      .from(derivatives)
      .where(eq(derivatives.caseId, caseId)),
  }));
  const drawn = pages.filter((page) => page.kind === "page");
  const whole = rows.filter((row) => !drawn.some((page) => page.exhibitId === row.id));
  const read = [...whole, ...drawn];
  return {
    keyId: key,
    fileIds: read.flatMap(({ fileId }) => fileId ?? []),
    preparedBytes: read.reduce((sum, { size }) => sum + size, 0),
  };
}

/** The drawn pages in clear as well, so that every program beside us puts the same pictures on paper. */
export async function writePreparedPages(made: PacketCase): Promise<string[]> {
  const files = await openFiles(made.org.service(), made.keyId);
  const paths: string[] = [];
  for (const [i, fileId] of made.fileIds.entries()) {
    const bytes = await bytesOf((await files.open(fileId)).stream);
    const path = join(made.folder, `page-${String(i).padStart(4, "0")}.${bytes[0] === 0xff ? "jpg" : "png"}`);
    writeFileSync(path, bytes);
    paths.push(path);
  }
  return paths;
}
