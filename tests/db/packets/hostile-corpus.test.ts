import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assemblePacket } from "@/lib/packets/assemble-packet";
import { draftPacket } from "@/lib/packets/draft-packet";
import type { Manifest } from "@/lib/packets/parts/manifest";
import { getPacket } from "@/lib/packets/queries";
import { newId } from "@/lib/platform/ids";
import { readDocument, sourceOf } from "@/lib/platform/pdf/read-document";
import { createSandbox } from "@/lib/platform/sandbox/sandbox";
import { makeCorpus } from "../../fixtures/hostile/make";
import type { Hostile } from "../../fixtures/hostile/types";
import { draft, makeCaseToPrint } from "../../support/case-to-print";
import { keptParts, onePart } from "../../support/kept-parts";
import { makeOrg, type Org, type Person } from "../../support/org";
import { flatPagesOf, qpdfComplaints } from "../../support/pdf";
import { sendFiles } from "../../support/uploaded-packet";

/** Shorter than in use: what takes longer is a page that could not be drawn, and that is looked at here too. */
const looker = createSandbox({ places: 3, inspectMs: 2500, renderMs: 3000, pageMs: 2000 });
const perPacket = 56;
const path = join(tmpdir(), `crossdocket-ran-${newId()}`);
const called: string[] = [];

let org: Org;
let worker: Person;
let server: Server;
let corpus: Hostile[];

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  server = createServer((request, response) => {
    called.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  corpus = await makeCorpus({ url: `http://127.0.0.1:${port}`, path });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

test("every hostile file goes through a packet: shown, or a cover that says why not", {
  timeout: 400_000,
}, async () => {
  expect(corpus.length).toBeGreaterThanOrEqual(200);
  const began = performance.now();
  for (let from = 0; from < corpus.length; from += perPacket) {
    const files = corpus.slice(from, from + perPacket);
    const { id, error } = await built(files);
    expect(error).toBeNull();
    expect(await wrongIn(id, files)).toEqual([]);
    if (process.env.HOSTILE_REPORT) console.info(`${from + files.length}: ${Math.round(performance.now() - began)} ms`);
  }
  expect(called).toEqual([]);
  expect(existsSync(path)).toBe(false);
});

async function built(files: readonly Hostile[]): Promise<{ id: string; error: string | null }> {
  const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
  await sendFiles(org, worker, { caseId, files, looker });
  const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
  await assemblePacket(org.service(), { packetId: id });
  return { id, error: (await getPacket(worker.ctx, id)).progress.error };
}

/** What is not as it must be in one packet, in a few words each. */
async function wrongIn(id: string, files: readonly Hostile[]): Promise<string[]> {
  const parts = await keptParts(org.service(), id);
  const served = onePart(parts, "served").bytes;
  const manifest: Manifest = JSON.parse(onePart(parts, "manifest").bytes.toString());
  const pages = await flatPagesOf(served);
  const counted = /(\d+) pages, [^,]+, (\S+) exhibits/.exec(pages[0] ?? "");
  return [
    ...(counted?.[2] === String(files.length) ? [] : [`page 1 counts ${counted?.[2]} exhibits of ${files.length}`]),
    ...(counted?.[1] === String(pages.length) ? [] : [`page 1 counts ${counted?.[1]} pages of ${pages.length}`]),
    ...(manifest.counts.exhibits === files.length ? [] : [`the manifest counts ${manifest.counts.exhibits}`]),
    ...(manifest.counts.pages === pages.length ? [] : [`the manifest counts ${manifest.counts.pages} pages`]),
    ...(qpdfComplaints(served) ?? []),
    ...files.flatMap((file, i) => wrongExhibit(file, manifest.exhibits[i], pages)),
    ...(await namesIn(served, files)),
    ...parts.flatMap(({ part, bytes }) => (part === "annex" ? [] : namesInBytes(part, bytes, files))),
  ];
}

/** One exhibit: its cover is where the list says, and each of its pages has a picture or says why not. */
function wrongExhibit({ name }: Hostile, exhibit: Manifest["exhibits"][number] | undefined, pages: readonly string[]) {
  if (!exhibit) return [`${JSON.stringify(name)} is not in the manifest`];
  const { code, firstPage, notShown, originals } = exhibit;
  const cover = pages[(firstPage ?? 0) - 1] ?? "";
  const inside = pages.slice(firstPage ?? 0, (firstPage ?? 0) + exhibit.pages - 1);
  const said = notShown.length + (cover.includes("none could be made from this file") ? 1 : 0);
  const unsaid = inside.filter((page, i) => !page.includes(`page ${i + 1} of ${inside.length}`));
  const hidden = inside.filter((page) => page.includes("This page is not shown."));
  return [
    ...(cover.includes(`${code} cover`) ? [] : [`${code} has no cover on page ${firstPage}`]),
    ...(unsaid.length === 0 ? [] : [`${code}: ${unsaid.length} pages do not say which they are`]),
    ...(hidden.length === notShown.length ? [] : [`${code}: ${hidden.length} pages of ${notShown.length} say why not`]),
    ...(inside.length > 0 || said > 0 ? [] : [`${code} is neither shown nor explained`]),
    ...(originals[0]?.name.match(/^E-\d+\.[a-z]{3,4}$/) ? [] : [`${code} goes by the name ${originals[0]?.name}`]),
  ];
}

/** What turns a line about, or is no sign at all. */
const unwelcome = /[[\p{Cc}\u202A-\u202E]--[\t\n\r]]/v;

/** Names that nobody but the sender could have written. */
const telling = ({ name }: Hostile) => name.length > 6;

async function namesIn(pdf: Uint8Array, files: readonly Hostile[]): Promise<string[]> {
  const found = new Set<string>();
  for await (const { text, where, written } of readDocument(sourceOf(pdf))) {
    if (!written) continue;
    for (const file of files.filter(telling)) if (text.includes(file.name)) found.add(`${where}: ${file.name}`);
    if (unwelcome.test(text)) found.add(`${where}: a control character`);
  }
  return [...found];
}

function namesInBytes(part: string, bytes: Buffer, files: readonly Hostile[]): string[] {
  if (part === "served") return [];
  return files.filter((file) => telling(file) && bytes.includes(file.name)).map((file) => `${part}: ${file.name}`);
}
