import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { planPaper } from "@/lib/documents/papers/plan-paper";
import { printPaper } from "@/lib/documents/papers/print-paper";
import { longBody, setting } from "@/tests/unit/documents/papers/long-paper";

const dir = mkdtempSync(join(tmpdir(), "paper-"));
const file = (name: string) => join(dir, name);
let text: string[] = [];

async function print(name: string, change = {}): Promise<Uint8Array> {
  const bytes = await printPaper(planPaper(longBody(), setting(change)));
  writeFileSync(file(name), bytes);
  return bytes;
}

beforeAll(async () => {
  await print("draft.pdf");
  text = execFileSync("pdftotext", ["-layout", file("draft.pdf"), "-"])
    .toString()
    .split("\f")
    .slice(0, -1);
});

describe("a paper as a PDF", () => {
  test("is sound, and the same version gives the same bytes", async () => {
    execFileSync("qpdf", ["--check", file("draft.pdf")]);
    expect(Buffer.compare(await print("again.pdf"), readFileSync(file("draft.pdf")))).toBe(0);
  });

  test("carries case, paper, page and initials at the foot of every page", () => {
    expect(text.length).toBeGreaterThan(2);
    text.forEach((page, i) => {
      expect(page).toContain("CD-26-0147 · paper D-02 · version 3");
      expect(page).toContain(`Page ${i + 1} of ${text.length}`);
      expect(page).toContain("Initials on every page");
    });
  });

  test("numbers its paragraphs through, quotes the words and shows the blank", () => {
    const all = text.join("\n");
    expect(all).toMatch(/\b1\. +I am Nomvula Voorbeeld/);
    expect(all).toMatch(/\b18\. +\[To be written: Say what it did to you\.\]/);
    expect(all).toContain("[client's identity number: not recorded]");
    expect(all.replaceAll(/\s+/g, " ")).toContain("“I know which street you live on.");
  });

  test("keeps the oath and its stamp on one page", () => {
    const page = text.find((value) => value.includes("Oath")) ?? "";
    for (const words of ["I know and understand it.", "Signature", "Stamp"]) expect(page).toContain(words);
  });

  test("puts confidential lines on a last sheet of their own, and nowhere else", () => {
    const last = text.at(-1) ?? "";
    expect(last).toContain("Confidential sheet: not to be served");
    expect(last).toContain("14 Nergens Street");
    expect(text.slice(0, -1).join("\n")).not.toContain("Nergens");
  });

  test("says DRAFT behind the words until it is final", async () => {
    expect(text.every((page) => page.replaceAll(/\s/g, "").includes("Draft,notforuse"))).toBe(true);
    await print("final.pdf", { state: "final" });
    const final = execFileSync("pdftotext", [file("final.pdf"), "-"]).toString();
    expect(final).not.toMatch(/draft/i);
  });

  test("has no name in what a file manager shows", () => {
    expect(execFileSync("pdfinfo", [file("draft.pdf")]).toString()).not.toContain("Nomvula");
  });
});
