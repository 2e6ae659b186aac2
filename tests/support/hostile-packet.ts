import type { Manifest } from "@/lib/packets/packets/parts/manifest";
import { readDocument, sourceOf } from "@/lib/platform/pdf/read-document";
import type { Hostile } from "../fixtures/hostile/types";
import { keptParts, onePart } from "./kept-parts";
import type { Org } from "./org";
import { flatPagesOf, qpdfComplaints } from "./pdf";

/** What is not as it must be in one packet, in a few words each. */
export async function wrongInPacket(org: Org, id: string, files: readonly Hostile[]): Promise<string[]> {
  const parts = await keptParts(org.service(), id);
  const served = onePart(parts, "served").bytes;
  const manifest: Manifest = JSON.parse(onePart(parts, "manifest").bytes.toString());
  const pages = await flatPagesOf(served);
  const [, counted] = /; (\d+) pages/.exec(pages[0] ?? "") ?? [];
  return [
    ...(counted === String(pages.length) ? [] : [`page 1 counts ${counted} pages of ${pages.length}`]),
    ...(manifest.counts.exhibits === files.length ? [] : [`the manifest counts ${manifest.counts.exhibits}`]),
    ...(manifest.counts.pages === pages.length ? [] : [`the manifest counts ${manifest.counts.pages} pages`]),
    ...(qpdfComplaints(served) ?? []),
    ...files.flatMap((file, i) => wrongExhibit(file, manifest.exhibits[i], pages)),
    ...(await namesIn(served, files)),
    ...parts.flatMap(({ part, bytes }) => (part === "annex" ? [] : namesInBytes(part, bytes, files))),
  ];
}

/** One exhibit: its head is where the list says, and each of its pages has a picture or says why not. */
function wrongExhibit({ name }: Hostile, exhibit: Manifest["exhibits"][number] | undefined, pages: readonly string[]) {
  if (!exhibit) return [`${JSON.stringify(name)} is not in the manifest`];
  const { code, firstPage, notShown, originals } = exhibit;
  const all = pages.slice((firstPage ?? 1) - 1, (firstPage ?? 1) - 1 + exhibit.pages).join(" ");
  // Exhibits share pages: what is of another one ends where the next head begins.
  const from = all.search(new RegExp(`${code} (?!·).{1,250}?Shows `));
  const mine = all.slice(Math.max(0, from));
  const next = mine.slice(1).search(/E-\d\d+ (?!·).{1,250}?Shows /);
  const text = next < 0 ? mine : mine.slice(0, next + 1);
  const shown = text.match(new RegExp(`${code} · page \\d+ of \\d+`, "g")) ?? [];
  const isWords = text.includes(`Exhibit ${code}: words of`);
  const isFile = text.includes("none could be made from this file");
  // Where no page is shown the head says why, once.
  const inHead = /Pages Not shown: \p{Lu}/u.test(text);
  const hidden = inHead && shown.length === 0 ? notShown : (text.match(/This page is not shown\./g) ?? []);
  return [
    ...(from >= 0 ? [] : [`${code} has no head on page ${firstPage}`]),
    ...(hidden.length === notShown.length ? [] : [`${code}: ${hidden.length} pages of ${notShown.length} say why not`]),
    ...(shown.length > 0 || isWords || isFile || inHead ? [] : [`${code} is neither shown nor explained`]),
    ...(originals[0]?.name.match(/^E-\d+\.[a-z]{3,4}$/) ? [] : [`${code} goes by the name ${originals[0]?.name}`]),
  ];
}

/** What turns a line about, or is no sign at all. */
const unwelcome = /[[\p{Cc}\u202A-\u202E]--[\t\n\r]]/v;

/** Names that nobody but the sender could have written: one plain word stands in sentences of ours too. */
const telling = ({ name }: Hostile) => name.length > 6 && !/^[a-z]+$/.test(name);

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
