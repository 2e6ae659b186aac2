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
  const count = notShown.length + (cover.includes("none could be made from this file") ? 1 : 0);
  // Words have no stamp: the head of their pages names the exhibit.
  const isWords = inside[0]?.includes(`Exhibit ${code}: words of`);
  const unsaid = inside.filter(
    (page, i) => !page.includes(isWords ? `Exhibit ${code}` : `page ${i + 1} of ${inside.length}`),
  );
  const hidden = inside.filter((page) => page.includes("This page is not shown."));
  return [
    ...(cover.includes(`${code} cover`) ? [] : [`${code} has no cover on page ${firstPage}`]),
    ...(unsaid.length === 0 ? [] : [`${code}: ${unsaid.length} pages do not say which they are`]),
    ...(hidden.length === notShown.length ? [] : [`${code}: ${hidden.length} pages of ${notShown.length} say why not`]),
    ...(inside.length > 0 || count > 0 ? [] : [`${code} is neither shown nor explained`]),
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
