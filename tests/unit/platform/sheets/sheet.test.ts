import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defused, writeCsv } from "@/lib/platform/sheets/sheet";
import { writeXlsx } from "@/lib/platform/sheets/write-xlsx";
import { onPath } from "../../../support/chromium.mjs";

const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "=cmd|' /C calc'!A0"];

describe("a file for a spreadsheet", () => {
  test.each(formulas)("keeps %j as text", (text) => {
    expect(defused(text)).toBe(`'${text}`);
    expect(writeCsv([[text]])).toMatch(/^\uFEFF"?'/);
  });

  test("leaves words and numbers alone", () => {
    expect(["Ann", "a=b", " =1", -3, 5].map(defused)).toEqual(["Ann", "a=b", " =1", -3, 5]);
  });

  test("quotes every text, and numbers stay numbers", () => {
    expect(writeCsv([["a,b", 'c"d', "e\nf", 5, "plain", ""]])).toBe('\uFEFF"a,b","c""d","e\nf",5,"plain",""\r\n');
  });

  // A spreadsheet of en-ZA splits at semicolons: no piece of any line may then begin as a formula.
  test.each([",", ";", "\t", "|"])("a line that is split at %j has no cell that begins as a formula", (separator) => {
    const texts = [...formulas, ";=1+1", "x;=1+1", 'x;"=1+1', "x,+1", "x\t@SUM(A1)", "x|-1", "x\n=1", ";;=1", "'=1"];
    for (const text of texts) {
      const line = writeCsv([["before", text, "after"]]).slice(1);
      for (const piece of line.split(new RegExp(`[${separator}\r\n]`))) {
        expect(piece.replace(/^"+/, ""), JSON.stringify([text, line])).not.toMatch(/^[=+\-@\t]/);
      }
    }
  });

  test("is a workbook with text as text; the same rows give the same bytes", () => {
    const rows = [
      ["A & <B>", 5],
      ["=1+1\u0000", 2.5],
    ];
    const at = new Date("2026-11-25T12:00:00Z");
    const bytes = writeXlsx("Time to: each [number]", rows, at);
    const text = Buffer.from(bytes).toString("utf8");
    expect(text).toContain('<c r="A1" t="inlineStr"><is><t xml:space="preserve">A &amp; &lt;B&gt;</t></is></c>');
    expect(text).toContain(`<t xml:space="preserve">'=1+1</t>`);
    expect(text).toContain('<c r="B2"><v>2.5</v></c>');
    expect(text).not.toContain("<f>");
    expect(Buffer.from(writeXlsx("Time to: each [number]", rows, at))).toEqual(Buffer.from(bytes));
  });

  test.skipIf(!onPath("unzip"))("is an archive that other programs find whole", () => {
    const file = join(mkdtempSync(join(tmpdir(), "sheet-")), "a.xlsx");
    writeFileSync(file, writeXlsx("A", [["x", 1]], new Date("2026-11-25T12:00:00Z")));
    expect(execFileSync("unzip", ["-t", file]).toString()).toContain("No errors detected");
  });
});
