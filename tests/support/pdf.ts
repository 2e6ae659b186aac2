import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";

/**
 * The text of each page, as a reader would copy it. Asks pdftotext where it is installed, else pdfium,
 * which comes with the packages: two readers that know nothing of how the file was made.
 */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  return withPdftotext(bytes) ?? withPdfium(bytes);
}

/** The text of each page with runs of space drawn together, so that a wrapped sentence can be found. */
export async function flatPagesOf(bytes: Uint8Array): Promise<string[]> {
  return (await pagesOf(bytes)).map((page) => page.normalize("NFC").replace(/\s+/g, " "));
}

function withPdftotext(bytes: Uint8Array): string[] | null {
  return withFile(bytes, (path) => {
    const run = spawnSync("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"], { encoding: "utf8", maxBuffer: 1e9 });
    if (run.error || run.status !== 0) return null;
    return run.stdout.split("\f").slice(0, -1);
  });
}

export async function withPdfium(bytes: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    return [...document.pages()].map((page) => page.getText());
  } finally {
    library.destroy();
  }
}

/** What qpdf says of a file: an empty list when all is well, null when qpdf is not installed. */
export function qpdfComplaints(bytes: Uint8Array): string[] | null {
  return withFile(bytes, (path) => {
    const run = spawnSync("qpdf", ["--check", path], { encoding: "utf8" });
    if (run.error) return null;
    return run.status === 0 ? [] : `${run.stdout}${run.stderr}`.split("\n").filter(Boolean);
  });
}

/** What pdfsig says of each signature of the file. */
export const runPdfsig = (path: string): string => spawnSync("pdfsig", ["-nocert", path], { encoding: "utf8" }).stdout;

function withFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  try {
    const path = join(folder, "file.pdf");
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
