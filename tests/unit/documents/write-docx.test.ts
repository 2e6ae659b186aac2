import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { planPaper } from "@/lib/documents/plan-paper";
import { printPaper } from "@/lib/documents/print-paper";
import { writeDocx } from "@/lib/platform/docx/write-docx";
import { longBody, setting } from "./long-paper";

const dir = mkdtempSync(join(tmpdir(), "docx-"));
const paper = () => planPaper(longBody(), setting({ state: "final" }));
let parts: Map<string, string>;

beforeAll(async () => {
  const bytes = await writeDocx(paper());
  writeFileSync(join(dir, "paper.docx"), bytes);
  parts = unzip(Buffer.from(bytes));
});

/** The files of an archive, by its central directory. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from("PK\u0005\u0006")) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, name, extra, note] = [20, 28, 30, 32].map((shift, i) =>
      i === 0 ? zip.readUInt32LE(at + shift) : zip.readUInt16LE(at + shift),
    );
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + (size ?? 0));
    const plain = zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data);
    files.set(zip.subarray(at + 46, at + 46 + (name ?? 0)).toString(), plain.toString());
    at += 46 + (name ?? 0) + (extra ?? 0) + (note ?? 0);
  }
  return files;
}

const xml = (name: string) => [...parts].find(([file]) => file.endsWith(name))?.[1] ?? "";
/** Every word that holds letters or digits, sorted: two formats break lines at other places. */
const words = (text: string) => [...text.matchAll(/[\p{L}\p{N}]{3,}/gu)].map(([word]) => word).sort();

describe("a paper as a DOCX", () => {
  test("has real numbering, headings and tables whose head is repeated", () => {
    const body = xml("word/document.xml");
    expect(body.match(/<w:numPr>/g)).toHaveLength(17);
    expect(body).toContain('w:val="Heading1"');
    expect(body).toContain("<w:tblHeader/>");
    expect(xml("word/numbering.xml")).toContain("%1.");
  });

  test("counts its pages in the foot, with case and paper", () => {
    const foot = [...parts].find(([file]) => /word\/footer\d+\.xml$/.test(file))?.[1] ?? "";
    expect(foot).toContain("NUMPAGES");
    expect(foot).toContain("CD-26-0147 · paper D-02 · version 3");
    expect(foot).toContain("Initials on every page");
  });

  test("names nobody in what a file manager shows", () => {
    expect(xml("docProps/core.xml")).not.toContain("Nomvula");
  });

  test("is opened by LibreOffice and says what the PDF says", { timeout: 90_000 }, async ({ skip }) => {
    if (!hasOffice()) skip("LibreOffice (soffice) is not installed on this machine");
    const profile = `-env:UserInstallation=file://${join(dir, "profile")}`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", dir, join(dir, "paper.docx")]);
    writeFileSync(join(dir, "ours.pdf"), await printPaper(paper()));
    const [theirs, ours] = ["paper.pdf", "ours.pdf"].map((name) =>
      execFileSync("pdftotext", [join(dir, name), "-"]).toString(),
    );
    const kept = new Set(words(theirs ?? ""));
    // A hash may be cut at the end of a line; everything else must be there.
    expect(words(ours ?? "").filter((word) => !/^\d+$/.test(word) && !kept.has(word))).toEqual([]);
    expect(theirs).toContain("Nergens");
  });
});

function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"]);
    return true;
  } catch {
    return false;
  }
}
