import { describe, expect, test } from "vitest";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { zipOf } from "@/tests/support/chat-file";
import { webStreamOf } from "@/tests/support/files";

async function read(bytes: Uint8Array) {
  const file = { size: bytes.byteLength, open: async () => webStreamOf(bytes) };
  const { inspection, rendering } = await sandbox.renderPages(file, { maxPages: 1 });
  if (rendering.kind !== "text") return { inspection, lines: null, headers: [], rendering };
  return { inspection, lines: rendering.lines, headers: rendering.headers, rendering };
}

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;
const docx = (body: string, more: Record<string, string> = {}) =>
  zipOf(
    Object.entries({
      "[Content_Types].xml": types,
      "word/document.xml": `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
      ...more,
    }).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
  );
const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const odt = (body: string, meta: string) =>
  zipOf([
    { name: "mimetype", bytes: Buffer.from("application/vnd.oasis.opendocument.text"), store: true },
    {
      name: "content.xml",
      bytes: Buffer.from(
        `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:automatic-styles/><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
    },
    { name: "meta.xml", bytes: Buffer.from(meta) },
  ]);

describe("office documents", () => {
  test("a DOCX is shown as text, with what was deleted, its comments, and what it says of itself", async () => {
    const body = `${p("I will find you &amp; yours")}<w:p><w:del><w:r><w:delText>by Friday</w:delText></w:r></w:del><w:r><w:tab/><w:t>soon</w:t></w:r></w:p><w:tbl><w:tr><w:tc>${p("one")}</w:tc><w:tc>${p("two")}</w:tc></w:tr></w:tbl>`;
    const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Letter</dc:title><dc:creator>somebody</dc:creator></cp:coreProperties>`;
    const comments = `<w:comments ${w}><w:comment>${p("send it tonight")}</w:comment></w:comments>`;
    const { inspection, lines, headers } = await read(
      docx(body, { "docProps/core.xml": core, "word/comments.xml": comments }),
    );
    expect(inspection).toMatchObject({
      kind: "text",
      mime: expect.stringContaining("wordprocessingml"),
      problem: null,
    });
    const text = lines?.join("\n") ?? "";
    expect(text).toContain("I will find you & yours");
    expect(text).toMatch(/\[deleted: by Friday\] +soon/);
    expect(text).toMatch(/one\n.*two/s);
    expect(text).toContain("[Comments:]\nsend it tonight");
    expect(headers).toEqual([
      { name: "Title", value: "Letter" },
      { name: "Written by", value: "somebody" },
    ]);
  });

  test("an ODT is shown as text", async () => {
    const body = `<text:h>Heading</text:h><text:p>I will<text:s text:c="2"/>find<text:line-break/>you<office:annotation><text:p>soon</text:p></office:annotation></text:p>`;
    const meta = `<office:document-meta xmlns:office="o" xmlns:meta="m"><office:meta><meta:initial-creator>x</meta:initial-creator></office:meta></office:document-meta>`;
    const { inspection, lines, headers } = await read(odt(body, meta));
    expect(inspection).toMatchObject({ kind: "text", mime: "application/vnd.oasis.opendocument.text", problem: null });
    expect(lines?.join("\n")).toMatch(/^Heading\nI will {2}find\nyou \[comment: soon/);
    expect(headers).toEqual([{ name: "Written by", value: "x" }]);
  });

  test("words that imitate our own marks cannot hide anything", async () => {
    const { lines } = await read(docx(p("\ufdd0[deleted:\ufdd1 no\u202Eesrever")));
    expect(lines?.join("\n")).toMatch(/\[deleted:.*no\[U\+202E\]esrever/);
  });

  test("a zip bomb unpacks nothing", async () => {
    const bomb = p("x".repeat(60 * 1024 * 1024));
    const { inspection, lines } = await read(docx(bomb));
    expect([inspection.problem, lines]).toEqual(["too_large", null]);
  });

  test("a small lie about a size is found out", async () => {
    const zip = zipOf([
      { name: "[Content_Types].xml", bytes: Buffer.from(types) },
      { name: "word/document.xml", bytes: Buffer.from(`<w:document ${w}>${p("hello")}</w:document>`), sum: 1 },
    ]);
    expect((await read(zip)).inspection.problem).toBe("unreadable");
  });

  test.each([
    ["an entity that grows", `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><w:document ${w}>&a;</w:document>`],
    ["elements a thousand deep", `<w:document ${w}>${"<w:p>".repeat(1000)}</w:document>`],
    ["no XML", "hello"],
  ])("%s is not read", async (_, text) => {
    expect((await read(docx("", { "word/document.xml": text }))).inspection.problem).not.toBeNull();
  });

  test("a locked document says so", async () => {
    const zip = zipOf([
      { name: "[Content_Types].xml", bytes: Buffer.from(types) },
      { name: "word/document.xml", bytes: Buffer.from("x"), flags: 0x801 },
    ]);
    expect((await read(zip)).inspection.problem).toBe("password_protected");
  });
});

describe("saved pages", () => {
  test("a page of one file shows its words and where it says it was saved", async () => {
    const page = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://social.example/p/1?x=1
 saved date: Tue Nov 24 2026 10:00:00 GMT+0200
--><head><title>A &amp; B</title><style>p{}</style></head><body><p>I will find you</p><svg><script>alert(1)</script></svg><a href="https://evil.example/x">here</a></body>`;
    const { inspection, lines, headers } = await read(Buffer.from(page));
    expect(inspection).toMatchObject({ kind: "text", mime: "text/html", problem: null });
    expect(headers).toEqual([
      { name: "Title", value: "A & B" },
      { name: "Saved from", value: "https://social.example/p/1?x=1" },
      { name: "Saved on", value: "Tue Nov 24 2026 10:00:00 GMT+0200" },
    ]);
    expect(lines?.join("\n")).toContain("I will find you");
    expect(lines?.join("\n")).not.toContain("alert");
    expect(lines?.join("\n")).toContain("[link: https://evil.example/x]");
  });

  test("an MHTML with a drawing that has a script shows its words, its own address and its date, and runs nothing", async () => {
    const page = [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://social.example/p/1",
      "Subject: Post",
      "Date: Tue, 24 Nov 2026 08:00:00 -0000",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>I will find you</p><img src='cid:x'>",
      "--b",
      "Content-Type: image/svg+xml",
      "Content-Location: https://social.example/x.svg",
      "",
      "<svg xmlns='http://www.w3.org/2000/svg'><script>fetch('https://evil.example')</script></svg>",
      "--b--",
      "",
    ].join("\r\n");
    const { inspection, lines, headers, rendering } = await read(Buffer.from(page));
    expect(inspection).toMatchObject({ kind: "eml", mime: "multipart/related", problem: null });
    expect(lines?.join("\n")).toContain("I will find you");
    expect(lines?.join("\n")).not.toContain("evil");
    expect(headers).toContainEqual({ name: "Snapshot-Content-Location", value: "https://social.example/p/1" });
    expect(headers.find(({ name }) => name === "Date")?.value).toContain("24 Nov 2026");
    expect(rendering).toMatchObject({ attachments: [{ mime: "image/svg+xml" }] });
  });

  test("a page in old Windows letters is read as it names itself", async () => {
    const page = Buffer.concat([
      Buffer.from('<!doctype html><meta charset="windows-1250"><p>'),
      Buffer.from([0x9a, 0xe8]),
      Buffer.from("</p>"),
    ]);
    expect((await read(page)).lines).toEqual(["šč"]);
  });

  test("a drawing alone stays a drawing, that is not shown", async () => {
    const { inspection, lines } = await read(Buffer.from("<svg xmlns='x'><foreignObject><html><body>hi"));
    expect([inspection.kind, inspection.mime, lines]).toEqual(["other", "image/svg+xml", null]);
  });
});
