import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import { expect } from "vitest";
import { goldenFolder as folder, turnToPages } from "./packet-answers";
import { withPdfium } from "./pdf";

const across = 6;
const width = 248;
const gap = 6;
/** Of 255, averaged over the sheet: a hash that differs from run to run is less, a moved line is more. */
const tolerance = 0.6;

/**
 * Compares a packet with the golden one of this name: its words page by page, and a sheet of all its pages. After a
 * change that is meant, `GOLDEN=new` writes both anew, and the review shows what changed.
 */
export async function expectGolden(name: string, bytes: Uint8Array): Promise<void> {
  const sameLines = await expectGoldenWords(name, bytes);
  // A wider code of a client moves the ends of lines, and with them what stands below.
  if (sameLines) await compareSheet(join(folder, `${name}.png`), await sheetOf(bytes));
}

/**
 * The words alone: how a kind looks is seen on the packets of the samples and the stories. Gives whether the lines end
 * where they did.
 */
export async function expectGoldenWords(name: string, bytes: Uint8Array): Promise<boolean> {
  const sameLines = await compareText(join(folder, `${name}.txt`), await textOf(bytes));
  if (isNew) turnToPages(name);
  return sameLines;
}

/** Each letter of the packet, by its words: what a provider is asked stands there and nowhere else. */
export async function expectGoldenLetters(
  name: string,
  parts: readonly { part: string; bytes: Uint8Array }[],
): Promise<void> {
  for (const { part, bytes } of parts) {
    if (/^letter-\d+$/.test(part)) await expectGoldenWords(`${name}-${part}`, bytes);
  }
}

const isNew = process.env.GOLDEN === "new";

async function compareText(file: string, text: string): Promise<boolean> {
  const golden = existsSync(file) ? readFileSync(file, "utf8") : "";
  // The code of a client is by chance, and wider or narrower: where a line ends then says nothing.
  if (inOneLine(text) === inOneLine(golden)) return text === golden;
  if (isNew) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } else {
    expect(text, file).toBe(golden);
  }
  return true;
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

async function compareSheet(file: string, sheet: Buffer): Promise<void> {
  if (isNew) writeFileSync(file, sheet);
  const [now, golden] = await Promise.all(
    [sheet, readFileSync(file)].map((png) => sharp(png).greyscale().raw().toBuffer()),
  );
  expect(now?.length, `${file}: number of pages`).toBe(golden?.length);
  if (!now || !golden) return;
  let apart = 0;
  for (let i = 0; i < now.length; i++) apart += Math.abs((now[i] ?? 0) - (golden[i] ?? 0));
  expect(apart / now.length, `${file}: see both sheets`).toBeLessThan(tolerance);
}

/** Without what differs from run to run: hashes, check words, the code of the client; and the sizes of drawn pictures. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const read = await withPdfium(bytes);
  const [, client = "no client"] = /\b[Cc]lient,? ([A-Z]{2}-\d+)\b/.exec(read.join("\n")) ?? [];
  const pages = read.map((page) => page.replaceAll(client, "<client>"));
  return `${pages.map((page, i) => `=== page ${i + 1}\n${settled(page)}`).join("\n")}\n`;
}

const settled = (page: string): string =>
  page
    .normalize("NFC")
    .replaceAll("\r", "")
    .replaceAll(/(?:[0-9a-f]{8} ){3,7}[0-9a-f]{8}/g, "<hash>")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "<hash>")
    .replaceAll(/\b[0-9a-f]{30,36}\n[0-9a-f]{28,34}\b/g, "<hash>")
    .replaceAll(/\b(?=[0-9a-f]*\d)[0-9a-f]{12}\b/g, "<hash>")
    .replaceAll(/\.png( \D+) \d+(?= <hash>)/g, ".png$1 <size>")
    .replaceAll(/(\.png \D+), \d+ bytes/g, "$1, <size> bytes")
    .replaceAll(/check word \S+/gi, "check word <word>")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .join("\n");

/** All pages on one picture, small and in few greys: to be looked at, not read. */
const step = 255 / 7;
const toStep = (grey: number): number => Math.round(Math.round(grey / step) * step);

async function sheetOf(bytes: Uint8Array): Promise<Buffer> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const tiles: Buffer[] = [];
    for (const page of document.pages()) tiles.push(await tileOf(page));
    const heights = await Promise.all(tiles.map(async (tile) => (await sharp(tile).metadata()).height ?? 0));
    const height = Math.max(...heights);
    const rows = Math.ceil(tiles.length / across);
    const size = { width: across * (width + gap) + gap, height: rows * (height + gap) + gap };
    const { data, info } = await sharp({ create: { ...size, channels: 3, background: "#999" } })
      .composite(
        tiles.map((input, i) => ({
          input,
          left: gap + (i % across) * (width + gap),
          top: gap + Math.floor(i / across) * (height + gap),
        })),
      )
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // A few greys that are always the same: a palette of its own for each sheet differs with a single hash.
    const raw = { width: info.width, height: info.height, channels: info.channels };
    return await sharp(data.map(toStep), { raw }).png({ compressionLevel: 9, effort: 10 }).toBuffer();
  } finally {
    library.destroy();
  }
}

type PdfPage = ReturnType<Awaited<ReturnType<PDFiumLibrary["loadDocument"]>>["getPage"]>;

async function tileOf(page: PdfPage): Promise<Buffer> {
  const { originalWidth } = page.getOriginalSize();
  const scale = (width / originalWidth) * 2;
  const drawn = await page.render({ scale, render: "bitmap" });
  const raw = { width: drawn.width, height: drawn.height, channels: 4 as const };
  return sharp(drawn.data, { raw }).flatten({ background: "#fff" }).greyscale().resize({ width }).png().toBuffer();
}
