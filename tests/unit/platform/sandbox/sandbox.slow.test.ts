import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createSandbox, sandbox } from "@/lib/platform/sandbox/sandbox";
import type { Rendering, SandboxFile } from "@/lib/platform/sandbox/types";
import { madeUpStream, webStreamOf } from "@/tests/support/files";

const folder = join(import.meta.dirname, "../../../fixtures/files");
const asFile = (bytes: Uint8Array): SandboxFile => ({ size: bytes.byteLength, open: async () => webStreamOf(bytes) });
const fixture = async (name: string) => asFile(await readFile(join(folder, name)));

function shown(rendering: Rendering): string {
  if (rendering.kind === "not_shown") return `not shown: ${rendering.reason}`;
  if (rendering.kind === "original") return `original ${rendering.format}`;
  if (rendering.kind === "text") return rendering.headers.length > 0 ? "mail" : "text";
  const formats = new Set(rendering.pages.map((page) => page.format));
  return `${rendering.shownPages} of ${rendering.totalPages} ${[...formats].join()} ${rendering.problem ?? "whole"}`;
}

describe("what each file is and how it is shown", () => {
  test.each([
    ["photo.jpg", "jpeg", null, "original jpeg"],
    ["photo-with-archive.jpg", "jpeg", null, "original jpeg"],
    ["photo-cmyk.jpg", "jpeg", null, "1 of 1 jpeg whole"],
    ["photo-truncated.jpg", "jpeg", "truncated", "not shown: truncated"],
    ["screenshot.png", "png", null, "original png"],
    ["screenshot-alpha.png", "png", null, "1 of 1 png whole"],
    ["screenshot-interlaced.png", "png", null, "1 of 1 png whole"],
    ["screenshot-16-bit.png", "png", null, "1 of 1 png whole"],
    ["screenshot-truncated.png", "png", "truncated", "not shown: truncated"],
    ["too-many-pixels.png", "png", "too_large", "not shown: too_large"],
    ["sticker.webp", "webp", null, "1 of 1 jpeg whole"],
    ["animation.gif", "gif", null, "1 of 1 png whole"],
    ["script.gif", "gif", "unreadable", "not shown: unreadable"],
    ["scan.tiff", "tiff", null, "1 of 1 jpeg whole"],
    ["letter.pdf", "pdf", null, "2 of 2 jpeg whole"],
    ["letter-cut.pdf", "pdf", "truncated", "not shown: truncated"],
    ["letter-password.pdf", "pdf", "password_protected", "not shown: password_protected"],
    ["garbage.pdf", "pdf", "unreadable", "not shown: unreadable"],
    ["page-tree-loop.pdf", "pdf", "unreadable", "not shown: unreadable"],
    ["huge-page.pdf", "pdf", null, "1 of 1 jpeg whole"],
    ["calls-home.pdf", "pdf", null, "1 of 1 jpeg whole"],
    ["message.eml", "eml", null, "mail"],
    ["note.txt", "text", null, "text"],
    ["saved-page.html", "text", null, "text"],
    ["drawing.svg", "other", null, "not shown: kind_not_shown"],
    ["archive.zip", "text", null, "text"],
    ["random.bin", "other", null, "not shown: kind_not_shown"],
    ["empty.bin", "other", "empty", "not shown: empty"],
  ])("%s", async (name, kind, problem, wanted) => {
    const file = await fixture(name);
    expect(await sandbox.inspect(file)).toMatchObject({ kind, problem });
    const { inspection, rendering } = await sandbox.renderPages(file, { maxPages: 5 });
    expect(inspection).toMatchObject({ kind, problem });
    expect(shown(rendering)).toBe(wanted);
  });

  test.each([
    ["From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/1", "multipart/related"],
    ['From: "Saved by Microsoft Internet Explorer 11"', "multipart/related"],
    ["From: <wild@mail.example>\r\nTo: <me@mail.example>", "message/rfc822"],
    [
      "From: Saved by Grace <wild@mail.example>\r\nReceived: from a by b; Tue, 17 Nov 2026 22:10:04 +0200",
      "message/rfc822",
    ],
  ])("a page that was saved as one file is told from a mail: %j", async (head, mime) => {
    const body = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n--x\r\n\r\nhi\r\n--x--";
    const file = asFile(Buffer.from(`${head}\r\nSubject: You\r\n${body}\r\n`));
    expect(await sandbox.inspect(file)).toMatchObject({ kind: "eml", mime });
  });

  test("sizes, pages and orientation", async () => {
    expect(await sandbox.inspect(await fixture("photo.jpg"))).toMatchObject({ width: 160, height: 120, pages: 1 });
    expect(await sandbox.inspect(await fixture("letter.pdf"))).toMatchObject({ width: 595, height: 842, pages: 2 });
    const { rendering } = await sandbox.renderPages(await fixture("photo.jpg"), { maxPages: 1 });
    expect(rendering).toEqual({
      kind: "original",
      format: "jpeg",
      width: 160,
      height: 120,
      orientation: 6,
      channels: 3,
    });
  });
});

describe("pages", () => {
  test("are opaque, whole pictures without metadata, at the resolution asked for", async () => {
    const { rendering } = await sandbox.renderPages(await fixture("letter.pdf"), { maxPages: 1, dpi: 72 });
    if (rendering.kind !== "pages") throw new Error("expected pages");
    const [page] = rendering.pages;
    expect(rendering).toMatchObject({ shownPages: 1, totalPages: 2 });
    expect(page).toMatchObject({ number: 1, format: "jpeg", width: 595, height: 842 });
    const { dominant, isOpaque, channels } = await sharp(page?.bytes).stats();
    expect({ isOpaque, dominant }).toMatchObject({ isOpaque: true });
    expect(channels[0]?.min).toBeLessThan(80);
    expect(channels[0]?.mean).toBeGreaterThan(230);
  });

  test("drawn again lose the camera and the place", async () => {
    const tagged = await sharp(await readFile(join(folder, "sticker.webp")))
      .withExif({ IFD0: { Make: "CANARY-CAMERA" } })
      .webp()
      .toBuffer();
    expect(tagged.includes("CANARY-CAMERA")).toBe(true);
    const { rendering } = await sandbox.renderPages(asFile(tagged), { maxPages: 1 });
    if (rendering.kind !== "pages") throw new Error("expected pages");
    expect(Buffer.from(rendering.pages[0]?.bytes ?? []).includes("CANARY-CAMERA")).toBe(false);
  });

  test("can be taken one by one", async () => {
    const taken: number[] = [];
    const { rendering } = await sandbox.renderPages(await fixture("letter.pdf"), {
      maxPages: 9,
      onPage: async (page) => void taken.push(page.number),
    });
    expect(taken).toEqual([1, 2]);
    expect(rendering).toMatchObject({ kind: "pages", pages: [], shownPages: 2 });
  });

  test("a taker that fails is heard", async () => {
    const onPage = async () => Promise.reject(new Error("no room"));
    await expect(sandbox.renderPages(await fixture("letter.pdf"), { maxPages: 2, onPage })).rejects.toThrow("no room");
  });
});

describe("text", () => {
  test("of a mail: headers in order, the plain part, attachments by name, nothing loaded", async () => {
    const { rendering } = await sandbox.renderPages(await fixture("message.eml"), { maxPages: 1 });
    if (rendering.kind !== "text") throw new Error("expected text");
    const field = (name: string) =>
      rendering.headers.filter((header) => header.name === name).map(({ value }) => value);
    expect(field("From")).toEqual(["你好 Watcher <watcher@stalker.example>"]);
    expect(field("Subject")).toEqual(["Ek sien jou – weer"]);
    expect(field("Received")).toHaveLength(2);
    expect(field("Authentication-Results")[0]).toContain("dkim=none");
    expect(rendering.lines).toEqual(["Ek weet waar jy bly. 你好"]);
    const sha256 = createHash("sha256").update(Buffer.from("ffd8ffd9", "hex")).digest("hex");
    expect(rendering.attachments).toEqual([{ name: "house.jpg", mime: "image/jpeg", size: 4, sha256 }]);
    expect(rendering.cut).toBe(false);
  });

  test("keeps every script and writes out a mark that would reverse it", async () => {
    const { rendering } = await sandbox.renderPages(await fixture("note.txt"), { maxPages: 1 });
    expect(rendering).toMatchObject({
      lines: ["She wrote:    I know where you live", "Molo, unjani? 你好 مرحبا 🙂", "abc[U+202E]txt.exe"],
    });
  });

  test("that is too long says that it was cut", async () => {
    const { rendering } = await sandbox.renderPages(asFile(Buffer.from("word\n".repeat(500_000))), { maxPages: 1 });
    expect(rendering).toMatchObject({ kind: "text", cut: true });
  });
});

describe("files made to stall or kill the reader", () => {
  /** Bytes that were taken from the last of these; what a child has no use for is never asked for. */
  let taken = 0;
  const marked = (mark: string) => async () => {
    taken = 0;
    const first = Buffer.concat([Buffer.from(mark, "latin1"), Buffer.alloc(65_536)]);
    const rest = madeUpStream(300 * 1024 * 1024 - first.byteLength).getReader();
    let sent = false;
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = sent ? await rest.read() : { value: first, done: false };
        sent = true;
        taken += value?.byteLength ?? 0;
        if (done || !value) controller.close();
        else controller.enqueue(value);
      },
    });
  };

  test.each([
    ["%PDF-1.7\n", "pdf", "too_large"],
    ["\xff\xd8\xff\xe0", "jpeg", "too_large"],
    ["\x7fELF", "other", null],
  ])("300 MB that begin with %j", async (mark, kind, problem) => {
    const before = process.memoryUsage().rss;
    const file = { size: 300 * 1024 * 1024, open: marked(mark) };
    expect(await sandbox.inspect(file)).toMatchObject({ kind, problem });
    expect(taken).toBeLessThan(file.size / 10);
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
  });

  test("10 MB of unfinished objects", async () => {
    const file = asFile(Buffer.from(`%PDF-1.4\n${"1 0 obj ".repeat(1_310_720)}`));
    expect(await sandbox.inspect(file)).toMatchObject({ kind: "pdf", problem: "unreadable" });
  });

  test("a page that unpacks to 1.5 GB ends in its child; others are served meanwhile", async () => {
    const before = process.memoryUsage().rss;
    const [bomb, letter] = await Promise.all([
      sandbox.renderPages(await fixture("stream-bomb.pdf"), { maxPages: 1, timeoutMs: 15_000 }),
      sandbox.renderPages(await fixture("letter.pdf"), { maxPages: 1 }),
    ]);
    expect(letter.rendering).toMatchObject({ kind: "pages", shownPages: 1 });
    expect(["pages", "not_shown"]).toContain(bomb.rendering.kind);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test("a time limit is kept", async () => {
    const hasty = createSandbox({ inspectMs: 1 });
    expect(await hasty.inspect(await fixture("letter.pdf"))).toMatchObject({ problem: "took_too_long" });
  });

  test("children that are killed before they began hold no place", async () => {
    const places = 8;
    const hasty = createSandbox({ inspectMs: 1, places });
    const file = await fixture("letter.pdf");
    const looks = await Promise.all(Array.from({ length: 40 }, () => hasty.inspect(file)));
    // On a busy machine a child can be done before the timer of its parent runs. More were killed than there are places.
    const killed = looks.filter((found) => found.problem === "took_too_long");
    expect(killed.length).toBeGreaterThan(places);
  });

  test("twenty at once are all answered", async () => {
    const file = await fixture("photo.jpg");
    const looks = await Promise.all(Array.from({ length: 20 }, () => sandbox.inspect(file)));
    expect(new Set(looks.map((found) => found.kind))).toEqual(new Set(["jpeg"]));
  });
});
