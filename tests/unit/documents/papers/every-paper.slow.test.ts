import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planPaper } from "@/lib/documents/papers/plan-paper";
import { printPaper } from "@/lib/documents/papers/print-paper";
import { fillTemplate, gapsOf } from "@/lib/documents/papers/rules";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { writeDocx } from "@/lib/platform/docx/write-docx";
import { demoFactsFor } from "@/tests/unit/documents/papers/demo-facts";
import { setting } from "@/tests/unit/documents/papers/long-paper";

/** PAPERS keeps the files, to look at. */
const kept = process.env.PAPERS;
const dir = kept ?? mkdtempSync(join(tmpdir(), "papers-"));
mkdirSync(dir, { recursive: true });

describe.each(houseLaw.documents.map((template) => [template.key, template] as const))("%s", (key, template) => {
  const body = fillTemplate(template, demoFactsFor(template));
  const words = JSON.stringify(body);

  test("takes every fact that the case has, and says what is missing", () => {
    expect(words).not.toMatch(/\{[a-zA-Z]+(\.[a-zA-Z]+)*\}/);
    const open = gapsOf(body).filter((gap) => gap.must);
    expect(new Set(open.map((gap) => gap.blockId)).size).toBe(open.length);
  });

  test("prints as PDF and as DOCX, with the address of the client only on the sheet that is kept apart", async () => {
    const paper = planPaper(body, setting({ code: "D-01", caseCode: "CD-26-0142", country: template.jurisdiction }));
    const pdf = await printPaper(paper);
    writeFileSync(join(dir, `${key}.pdf`), pdf);
    writeFileSync(join(dir, `${key}.docx`), await writeDocx(paper));
    const pages = execFileSync("pdftotext", ["-layout", join(dir, `${key}.pdf`), "-"])
      .toString()
      .split("\f");
    const apart = pages.findIndex((page) => page.includes("Confidential sheet"));
    const served = pages.slice(0, apart === -1 ? undefined : apart).join("\n");
    expect(served).not.toContain("12 Voorbeeld Street");
    const sheet = execFileSync("pdfinfo", [join(dir, `${key}.pdf`)]).toString();
    expect(sheet).toMatch(template.jurisdiction === "US" ? /Page size: +612 x 792/ : /Page size: +595/);
    expect(served.trim().length).toBeGreaterThan(400);
    for (const block of template.blocks)
      if (block.kind === "notice" && block.inside) expect(served).not.toContain(block.text.slice(0, 50));
  });
});
