import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Which reader of text and mail this is. It goes up when it reads other words, or says other things of the way of a
 * mail: then mails that are kept are read again.
 */
const textReader = 4;

let found: { sharp: string; pdfium: string; postal: string; tesseract: string } | undefined;

/** What draws pictures and pages, with versions, as a record of a derivative names it. */
export function drawTool(): string {
  const { sharp, pdfium } = versions();
  return `sharp ${sharp}, pdfium ${pdfium}`;
}

/** What reads text and mail: our reader, what it takes mails apart with, and the runtime that ran it. */
export function textTool(): string {
  return `${textReaderName}postal-mime ${versions().postal}, node ${process.versions.node}`;
}

/** What reads the words of pictures, and in which languages. */
export function pictureTool(): string {
  return `tesseract.js-core ${versions().tesseract}, eng and afr, sharp ${versions().sharp}`;
}

/** How `textTool` begins; the first reader had no number. */
export const textReaderName = `crossdocket text reader ${textReader}, `;

function versions() {
  found ??= {
    sharp: versionOf("sharp"),
    pdfium: versionOf("@hyzyla/pdfium"),
    postal: versionOf("postal-mime"),
    tesseract: versionOf("tesseract.js-core"),
  };
  return found;
}

function versionOf(name: string): string {
  const manifest = join(/* turbopackIgnore: true */ process.cwd(), "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
