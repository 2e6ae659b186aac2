import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { planPaper } from "@/lib/documents/papers/plan-paper";
import { printPaper } from "@/lib/documents/papers/print-paper";
import { writeDocx } from "@/lib/platform/docx/write-docx";
import { unzip } from "@/tests/support/zip";
import { longBody, setting } from "@/tests/unit/documents/papers/long-paper";

const dir = mkdtempSync(join(tmpdir(), "docx-"));
const paper = () => planPaper(longBody(), setting({ state: "final" }));
let parts: Map<string, string>;

beforeAll(async () => {
  const bytes = await writeDocx(paper());
  writeFileSync(join(dir, "paper.docx"), bytes);
  parts = unzip(Buffer.from(bytes));
});

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
    writeFileSync(join(dir, "any.txt"), "any text");
    if (!officePrints(dir, "any")) skip("LibreOffice Writer (soffice) is not installed on this machine");
    expect(officePrints(dir, "paper")).toBe(true);
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

/** Whether LibreOffice made a PDF of it. Without Writer it opens tables alone, and says so on its way to an exit of 0. */
function officePrints(dir: string, name: "any" | "paper"): boolean {
  const profile = `-env:UserInstallation=file://${join(dir, "profile")}`;
  const file = join(dir, name === "any" ? "any.txt" : "paper.docx");
  try {
    execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", dir, file]);
  } catch {
    return false;
  }
  return existsSync(join(dir, `${name}.pdf`));
}
