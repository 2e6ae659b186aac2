import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { requestDocx } from "@/lib/packets/packets/parts/request-docx";
import { assemblePacket, planPacket } from "@/lib/packets/packets/sections/assemble-packet";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { numberParagraphs } from "@/lib/platform/pdf/number-paragraphs";
import { bareSnapshot, samplePrepared, sampleSnapshot } from "@/tests/support/sample-snapshot";
import { hasTool } from "@/tests/support/tools";
import { unzip } from "@/tests/support/zip";

type Line = { no: number; text: string };

let bytes: Uint8Array;
let files: Map<string, string>;
let planned: ReturnType<typeof planPacket> | null = null;
const snapshot = sampleSnapshot();

beforeAll(async () => {
  bytes = await docxOf();
  files = unzip(Buffer.from(bytes));
});

async function docxOf(): Promise<Uint8Array> {
  planned ??= planPacket(snapshot, await samplePrepared(snapshot));
  return requestDocx(snapshot, planned.plan, planned.pages);
}

describe("the editable draft request", () => {
  test("has the sections of section 2, as headings", () => {
    const headings = paragraphs().filter((paragraph) => paragraph.style?.startsWith("Heading"));
    const numbers = headings.flatMap((heading) => /^(\d[\d.]*)\u2002/.exec(heading.text)?.[1] ?? []);
    expect(numbers).toEqual(["2", ...Array.from({ length: 10 }, (_, i) => `2.${i + 1}`)]);
    expect(headings.filter((heading) => heading.style === "Heading1")).toHaveLength(1);
  });

  test.skipIf(!hasTool("pdftotext"))("has the paragraph numbers of the PDF (skipped without pdftotext)", async () => {
    const { bytes: pdf } = await collectBytes(assemblePacket(snapshot, await samplePrepared(snapshot)));
    const printed = linesOfPdf(pdf);
    const lines = numberedLines();
    expect(lines.length).toBeGreaterThan(30);
    for (const { no, text } of lines) {
      const first = text.split(/\s+/).slice(0, 3).join(" ");
      expect(
        printed.some((line) => line.startsWith(`${no} ${first}`)),
        `${no} ${first}`,
      ).toBe(true);
    }
    expect(lines.map((line) => line.no)).toEqual(lines.map((_, i) => (lines[0]?.no ?? 0) + i));
  });

  test("of a packet that nobody approved says so at the head of every page", async () => {
    const draft = { ...snapshot, packet: { ...snapshot.packet, approval: null } };
    const { plan, pages } = planPacket(draft, await samplePrepared(draft));
    const parts = unzip(Buffer.from(await requestDocx(draft, plan, pages)));
    const head = (all: Map<string, string>) => [...all].filter(([name]) => /header\d/.test(name)).join();
    expect(head(parts)).toContain("DRAFT - not approved");
    expect(head(files)).not.toContain("not approved");
  });

  test("has tables as tables, with the adoption of each item and boxes to tick", () => {
    const xml = files.get("word/document.xml") ?? "";
    const items = snapshot.request.items;
    for (const item of items) expect(xml.split(`>${item.code}<`).length - 1, item.code).toBe(2);
    expect(xml.split("<w14:checkbox>").length - 1).toBe(items.length * 2);
    expect(xml.split("<w:tblHeader/>").length - 1).toBe(4);
  });

  test("says on every page which packet it is, and that it is no request", () => {
    expect(files.get("word/header1.xml")).toContain("CD-2026-0147 · version 2");
    expect(files.get("word/footer1.xml")).toContain(
      "It is not a request by a state. Only the prosecutor and the central authority can make a request",
    );
  });

  test("repeats to the byte, with no clock of this machine in it", async () => {
    await new Promise((done) => setTimeout(done, 2100));
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await docxOf()))).toBe(0);
    expect(files.get("docProps/core.xml")?.match(/>2026-11-24T09:40:00Z</g)).toHaveLength(2);
  });

  test("names nobody: the client by the annex, staff by code, the organisation as the author", () => {
    const all = [...files.values()].join("\n");
    expect(all).toContain("The person affected is the client, identified in the sealed annex.");
    const authors = /<dc:creator>([^<]*)<.*<cp:lastModifiedBy>([^<]*)</s.exec(files.get("docProps/core.xml") ?? "");
    expect(authors?.slice(1)).toEqual([snapshot.org.name, snapshot.org.name]);
  });

  test("is refused for a packet that has none", async () => {
    await expect(
      requestDocx(snapshot, { blocks: [{ b: "h1", no: "1", title: "One", anchor: "one", short: "One" }] }),
    ).rejects.toThrow("no draft request");
  });

  test("of a case on its first day holds the lines to write on", async () => {
    const bare = bareSnapshot();
    const { plan, pages } = planPacket(bare, []);
    const xml = unzip(Buffer.from(await requestDocx(bare, plan, pages))).get("word/document.xml") ?? "";
    expect(xml).toContain("No offence is proposed in this version");
  });
});

test("paragraphs are numbered inside what is kept together too", () => {
  const para = { b: "para" as const, text: "a", aside: "b" };
  const [first, kept, last] = numberParagraphs([para, { b: "keep", blocks: [{ b: "h3", title: "t" }, para] }, para]);
  expect(first).toMatchObject({ no: 1 });
  expect(kept).toMatchObject({ blocks: [{ b: "h3" }, { no: 2 }] });
  expect(last).toMatchObject({ no: 3 });
});

/** Each paragraph of the file: its style, and its text with tabs as tabs. */
function paragraphs(): { style: string | null; text: string }[] {
  const xml = files.get("word/document.xml") ?? "";
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? null,
    text: [...paragraph.matchAll(/<w:t [^>]*>([^<]*)<|<w:(tab)\/>/g)]
      .map(([, text, tab]) => (tab ? "\t" : (text ?? "")))
      .join(""),
  }));
}

function numberedLines(): Line[] {
  return paragraphs().flatMap(({ text }) => {
    const found = /^(\d+)\t(.*)$/s.exec(text);
    return found ? [{ no: Number(found[1]), text: (found[2] ?? "").replaceAll("&amp;", "&") }] : [];
  });
}

/** Lines as they stand on the pages: number, text and source beside each other. */
function linesOfPdf(pdf: Uint8Array): string[] {
  const path = join(mkdtempSync(join(tmpdir(), "pdf-")), "file.pdf");
  writeFileSync(path, pdf);
  const run = spawnSync("pdftotext", ["-layout", "-enc", "UTF-8", path, "-"], { encoding: "utf8", maxBuffer: 1e9 });
  return run.stdout.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
}
