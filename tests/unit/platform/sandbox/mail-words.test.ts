import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlToText } from "@/lib/platform/sandbox/child-html.mjs";
import { readMail } from "@/lib/platform/sandbox/child-mail.mjs";
import { unmarked } from "@/lib/platform/sandbox/child-text.mjs";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { mailCases } from "@/tests/fixtures/mails/cases";
import { mailOf, multipart, words } from "@/tests/fixtures/mails/write";
import { webStreamOf } from "@/tests/support/files";
import { readWordsOf, wordsOf } from "@/tests/support/mail-words";
import { randomMails } from "@/tests/support/random-mails";

describe("any mail", () => {
  test("shows every word of its text parts, and no word that is not in them", async () => {
    const property = fc.asyncProperty(randomMails, async ({ bytes, words: sent, files }) => {
      const read = await readMail(bytes);
      const shown = readWordsOf(read.lines);
      const written = wordsOf(sent.join("\n"));
      expect([...written].filter((word) => !shown.has(word))).toEqual([]);
      expect([...shown].filter((word) => !written.has(word))).toEqual([]);
      expect(read.attachments.map((attachment: { name: string }) => attachment.name).sort()).toEqual([...files].sort());
      expect(read.cut).toBe(false);
    });
    await fc.assert(property, { numRuns: 300 });
  });

  test("that was bent or cut off is read all the same, or says what it could not", async () => {
    const samples = fc.constantFrom(...mailCases.map(({ bytes }) => bytes));
    const property = fc.asyncProperty(samples, fc.nat(), fc.nat(255), fc.nat(9), async (bytes, place, byte, gone) => {
      const at = place % bytes.length;
      const bent = Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at + gone)]);
      const { lines, attachments, mail } = await readMail(bent);
      const total = lines.length + attachments.length + mail.notes.length + mail.parts.length;
      expect(total).toBeGreaterThan(0);
    });
    await fc.assert(property, { numRuns: 400 });
  });
});

describe("two versions of the same words", () => {
  const versions = (page: string) =>
    readMail(multipart("alternative", [words("hello"), words(page, "text/html; charset=utf-8")]));

  test.each([
    ["a link", "hello [link: I will find you]"],
    ["a picture", "hello [image not loaded: I will find you]"],
    ["a heading", "hello<p>[A mail I will find you]</p>"],
    ["a mark of ours, as a number", "hello &#xFDD0;I will find you&#xFDD1;"],
    ["a mark of ours", "hello \uFDD0I will find you\uFDD1"],
  ])("that differ by what looks like %s differ: a sender's word is never taken for ours", async (_, page) => {
    const { lines, mail } = await versions(page);
    expect(lines.join("\n")).toContain("I will find you");
    expect(mail.notes).toContainEqual({ kind: "versions_differ", detail: null });
  });

  test("that differ by where a link leads are the same words", async () => {
    const { lines } = await versions('<a href="https://a.example">hello</a><img src="x" alt="a picture">');
    expect(lines).toEqual(["hello"]);
  });
});

describe("what is too much", () => {
  test("more parts than are read: the words before are shown, and that it goes on", async () => {
    const many = multipart(
      "mixed",
      Array.from({ length: 300 }, (_, at) => words(`part ${at}`)),
    );
    const read = await readMail(many);
    expect(read).toMatchObject({ cut: true });
    expect(read.mail.notes).toEqual([{ kind: "too_many_parts", detail: null }]);
    expect(read.mail.parts).toHaveLength(200);
    expect(read.lines).toContain("part 198");
    expect(read.lines).not.toContain("part 199");
  });

  test.each([
    ["parts", (inner: Buffer, at: number) => multipartAround(inner, at)],
    ["mails", (inner: Buffer) => mailOf(["Content-Type: message/rfc822"], [inner])],
  ])("%s inside each other deeper than is read", async (_, wrap) => {
    let mail = mailOf([], ["deepest"]);
    for (let at = 0; at < 12; at += 1) mail = wrap(mail, at);
    const read = await readMail(mail);
    expect(read.cut).toBe(true);
    expect(read.mail.notes.map((note: { kind: string }) => note.kind)).toContain("too_deep");
  });

  test("headers without end", async () => {
    const read = await readMail(mailOf([`X-Long: ${"a".repeat(3_000_000)}`], ["words"]));
    expect(read).toMatchObject({ cut: true, mail: { notes: [{ kind: "headers_too_long", detail: null }] } });
  });

  test("a hundred thousand lines are cut, and one part of forty megabytes is not read twice", async () => {
    expect(await readMail(mailOf([], ["word\r\n".repeat(100_000)]))).toMatchObject({ cut: true });
    const big = Buffer.alloc(40 * 1024 * 1024, "abcdefgh\n");
    const sent = { headers: ["Content-Type: application/x-y; name=big"], body: [big] };
    const read = await readMail(multipart("mixed", [words("look"), sent]));
    expect(read).toMatchObject({ lines: ["look"], cut: false, attachments: [{ name: "big", size: big.byteLength }] });
  });
});

test("boundaries that begin alike keep each part at its depth", async () => {
  const found = mailCases.find(({ name }) => name === "boundaries inside each other that begin alike");
  const { mail } = await readMail(found?.bytes ?? Buffer.alloc(0));
  expect(mail.parts.map(({ depth, mime, size }: Part) => [depth, mime, size])).toEqual([
    [0, "multipart/mixed", null],
    [1, "multipart/mixed", null],
    [2, "text/plain", 5],
    [2, "text/plain", 6],
    [1, "text/plain", 5],
  ]);
});

test("the confined child reads them the same", async () => {
  const found = mailCases.find(({ name }) => name === "a boundary in the middle of a line");
  const bytes = found?.bytes ?? Buffer.alloc(0);
  const file = { size: bytes.byteLength, open: async () => webStreamOf(bytes) };
  const { rendering } = await sandbox.renderPages(file, { maxPages: 1 });
  expect(rendering).toMatchObject({ kind: "text", lines: ["I will --b1 find you", "and hurt you"], cut: false });
});

describe("a page as words", () => {
  test.each([
    ["Hello<p>World</p><p>two</p>", "Hello\nWorld\n\ntwo"],
    ["<div>a</div><div>b</div><div><br></div>c", "a\nb\n\nc"],
    ["<td>a</td><td>b</td>", "a b"],
    ["bo<b>ld</b>", "bold"],
    ["<head>I will<style>p{}</style></head> hurt", "I will hurt"],
    ["<title>t</title><!-- no --><script>no()</script>yes", "yes"],
    ["<!-- no end, so it is shown", "no end, so it is shown"],
    ['<a href="http://x.example/?a=1&amp;b=2">here</a>', "[link: http://x.example/?a=1&b=2] here"],
    ["<img src='x>y' alt='a door'>", "[image not loaded: a door]"],
    ["I <3 you &#146;til &unknown; &copy", "I <3 you ’til &unknown; ©"],
    ["a <b", "a <b"],
  ])("%s", (html, text) => expect(unmarked(htmlToText(html))).toBe(text));

  test.each(["<", "<a ", '<a=">"', "<!--", "<script>", "\n ", "&a", "<a =  "])(
    "many of %j are read in one pass",
    (piece) => {
      expect(htmlToText(piece.repeat(100_000)).length).toBeLessThanOrEqual(piece.length * 100_000);
    },
  );
});

type Part = { depth: number; mime: string; size: number | null };

const multipartAround = (inner: Buffer, at: number) =>
  mailOf([`Content-Type: multipart/mixed; boundary=x${at}`], [`--x${at}`, inner, `--x${at}--`]);
