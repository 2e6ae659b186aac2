import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDict, PDFDocument, PDFHexString, PDFName } from "pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Block } from "@/lib/platform/pdf/blocks";
import type { ImageSource } from "@/lib/platform/pdf/embed-image";
import { type Assets, writeDocument } from "@/lib/platform/pdf/write-document";
import { qpdfComplaints } from "@/tests/support/pdf";
import { planOf, writeBlocks } from "@/tests/support/plain-document";

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const missing = (program: string) => Boolean(spawnSync(program, ["-v"]).error);

const picture = (channels: 3 | 4 = 3) =>
  sharp({ create: { width: 40, height: 20, channels, background: { r: 200, g: 10, b: 10, alpha: 0.5 } } });
const exhibitPage = (key: string, alt?: string): Block => ({
  b: "pictures",
  pictures: [
    {
      label: "E-03",
      stamp: "page 1 of 2 · CD-1 v1",
      image: { key, width: 40, height: 20, ...(alt ? { alt } : {}) },
      caption: "A caption",
    },
  ],
});
const text: Block[] = [
  { b: "h1", no: "1", title: "First", anchor: "first", short: "First" },
  { b: "para", text: ["A claim, see page ", { t: "page", to: "second" }, "."], aside: "E-01" },
  { b: "table", columns: [{ mm: 85, head: "Head" }, { mm: 85 }], rows: [{ band: "Band" }, { cells: ["a", "b"] }] },
  { b: "item", no: "1.", text: "An item" },
  { b: "item", no: "2.", text: "Another" },
  { b: "h2", no: "1.1", title: "Second", anchor: "second" },
];
const attachment = (name: string, bytes: Uint8Array, size = bytes.length) => ({
  name,
  size,
  mimeType: "application/vnd.ms-excel (odd)",
  description: "Original",
  open: async function* () {
    yield bytes.subarray(0, 3);
    yield bytes.subarray(3);
  },
});

async function pictures(): Promise<Pick<Assets, "image">> {
  const known: Record<string, ImageSource> = {
    jpeg: { kind: "jpeg", bytes: await picture().jpeg().toBuffer() },
    png: { kind: "png", bytes: await picture().png().toBuffer() },
    clear: { kind: "png", bytes: await picture(4).png().toBuffer() },
    cmyk: { kind: "jpeg", bytes: await picture().toColourspace("cmyk").jpeg().toBuffer() },
  };
  return {
    image: async (key) => known[key] ?? Promise.reject(new Error(`no image ${key}`)),
  };
}

function withFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "write-"));
  try {
    const path = join(folder, "file.pdf");
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const run = (program: string, args: readonly string[]) => {
  const { stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return `${stdout}${stderr}`;
};

describe("a file that is written as it is made", () => {
  it("has the size and the digest that it says, whole and by page", async () => {
    const blocks = [...text, exhibitPage("jpeg"), exhibitPage("png")];
    const { bytes, sha256, size, pages, stretches } = await writeBlocks(blocks, {}, await pictures());
    expect([size, sha256]).toEqual([bytes.length, sha(bytes)]);
    expect(stretches.map((stretch) => stretch.page)).toEqual(Array.from({ length: pages }, (_, i) => i + 1));
    let before = 0;
    for (const { from, to, sha256: of } of stretches) {
      expect(from).toBeGreaterThanOrEqual(before);
      expect(of).toBe(sha(bytes.subarray(from, to)));
      before = to;
    }
    const [last] = stretches.slice(-1);
    expect(Buffer.from(bytes).subarray(last?.from, last?.to).toString("latin1")).toMatch(
      /\/Subtype \/Image.*\/Type \/Page\b/s,
    );
  });

  it("repeats to the byte, with or without packed objects, and qpdf has nothing to say", async () => {
    const given = async () => ({ ...(await pictures()), attachments: [attachment("a.xls", Buffer.from("original"))] });
    for (const part of [1, 3] as const) {
      const a = await writeBlocks([...text, exhibitPage("jpeg"), exhibitPage("clear")], { part }, await given());
      const b = await writeBlocks([...text, exhibitPage("jpeg"), exhibitPage("clear")], { part }, await given());
      expect(a.sha256).toBe(b.sha256);
      expect(qpdfComplaints(a.bytes) ?? []).toEqual([]);
      expect((await PDFDocument.load(a.bytes)).getPageCount()).toBe(a.pages);
    }
  });

  it("asks for an image when its page is written, and not before the one before it was taken", async () => {
    const seen: string[] = [];
    const { image } = await pictures();
    const assets: Assets = {
      attachments: [],
      image: (key) => {
        seen.push(key);
        return image(key);
      },
    };
    const onPage = (page: number) => void seen.push(`page ${page}`);
    for await (const piece of writeDocument(
      planOf([exhibitPage("jpeg"), { b: "newPage" }, exhibitPage("png")]),
      assets,
      { onPage },
    ))
      seen.push(piece.length > 0 ? "." : "empty");
    expect(seen.join(" ")).toMatch(/^page 1 jpeg( \.)+ page 2 png( \.)+$/);
  });

  it("passes picture data on as they are, and lays what is clear on white", async () => {
    const { image } = await pictures();
    const jpeg = (await image("jpeg")).bytes;
    const { bytes } = await writeBlocks([exhibitPage("jpeg"), exhibitPage("clear")], {}, { image });
    const scan = Buffer.from(jpeg).subarray(Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xda])));
    expect(Buffer.from(bytes).includes(scan)).toBe(true);
    expect(Buffer.from(bytes).includes("/SMask")).toBe(false);
  });

  it("does not end when an attachment is not as long as was said", async () => {
    const attachments = [attachment("a.bin", Buffer.from("original"), 7)];
    await expect(writeBlocks(text, {}, { attachments })).rejects.toThrow("not as long");
  });

  it("stops where it is told to", async () => {
    const onPage = () => {
      throw new Error("cancelled");
    };
    await expect(writeBlocks(text, { onPage })).rejects.toThrow("cancelled");
  });

  it("does not call itself an archive copy when a picture is in four colours", async () => {
    const assets = await pictures();
    const plain = await writeBlocks([exhibitPage("jpeg")], {}, assets);
    const four = await writeBlocks([exhibitPage("cmyk")], {}, assets);
    expect(plain.conformance).toEqual({ part: 3, level: "A" });
    expect(four.conformance).toBeNull();
    expect(Buffer.from(plain.bytes).includes("<pdfaid:part>3</pdfaid:part>")).toBe(true);
    expect(Buffer.from(four.bytes).includes("<pdfaid:part>")).toBe(false);
  });
});

describe.skipIf(missing("pdfinfo"))("one who listens (pdfinfo not installed: skipped)", () => {
  const structure = async (blocks: readonly Block[]) =>
    withFile((await writeBlocks(blocks, {}, await pictures())).bytes, (path) => run("pdfinfo", ["-struct-text", path]));

  it("gets headings, paragraphs with their sources last, tables with head cells, and lists", async () => {
    const message = (await structure(text)).replace(/\s+/g, " ");
    expect(message).toContain('H1 (block) "1First"');
    expect(message).toMatch(
      /P \(block\) Span \(inline\) "1" "A claim, see page " Link \(inline\) "1" Object \d+ 0 "\." Span \(inline\) "E-01"/,
    );
    expect(message).toMatch(
      /Table \(block\) TR TH: \/Scope \/Column "Head" TH: \/Scope \/Column TR TH:.*"Band" TR TD "a" TD "b"/,
    );
    expect(message).toMatch(/ L:? .*?LI \(?.*?Lbl.*?"1\." LBody.*?"An item" LI.*?"2\."/);
    expect(message).toContain('H2 (block) "1.1Second"');
  });

  it("hears what a picture is, and not its stamp or the running heads", async () => {
    const message = await structure([exhibitPage("png"), exhibitPage("jpeg", "Exhibit E-03, page 2 of 2: a letter")]);
    expect(message).not.toContain("HEAD");
    expect(message).not.toContain("page 1 of 2 · CD-1");
    expect(message).toContain('"A caption"');
  });

  it("hears a table that goes on once, with its head once", async () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({ cells: [`row-${i}`, "x"] }));
    const message = await structure([{ b: "table", columns: [{ mm: 85, head: "OneHead" }, { mm: 85 }], rows }]);
    expect(message.match(/Table/g)).toHaveLength(1);
    expect(message.match(/OneHead/g)).toHaveLength(1);
    expect(message.match(/TR/g)).toHaveLength(121);
  });
});

it("a picture has the alternative text that it was given, or its exhibit and page", async () => {
  const blocks = [exhibitPage("png"), exhibitPage("jpeg", "Exhibit E-03, page 2 of 2: a letter")];
  const { context } = await PDFDocument.load((await writeBlocks(blocks, {}, await pictures())).bytes);
  const alts = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const alt = object instanceof PDFDict ? object.get(PDFName.of("Alt")) : undefined;
    return alt instanceof PDFHexString ? [alt.decodeText()] : [];
  });
  expect(alts).toEqual(["Exhibit E-03, page 1 of 2", "Exhibit E-03, page 2 of 2: a letter"]);
});

describe("two words at the end of a line", () => {
  it("stay two words for one who listens", async () => {
    const long = Array.from({ length: 60 }, (_, i) => `word${i}`).join(" ");
    const { bytes } = await writeBlocks([{ b: "para", text: long, aside: "source" }]);
    if (missing("pdfinfo")) return;
    expect(withFile(bytes, (path) => run("pdfinfo", ["-struct-text", path]))).toContain(long);
  });
});
