import { createHash } from "node:crypto";
import { type ParsedMail, simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { htmlToText } from "@/lib/platform/sandbox/child-html.mjs";
import { readMail } from "@/lib/platform/sandbox/child-mail.mjs";
import { mailCases } from "@/tests/fixtures/mails/cases";
import { ownLines, readWordsOf, wordsOf } from "@/tests/support/mail-words";

type Difference = { ours?: string; theirs?: string; files?: [ours: string[], theirs: string[]]; why: string };

const inside = "from sam watcher stalker example";
const itself = "mailparser lists a mail that is attached as a file and reads no word of it; a person who opens it does";

/** Where mailparser reads something else: the words and files that only one of both has, and who is right. */
const settled: Record<string, Difference> = {
  "a boundary that never comes": {
    ours: "no parts at all but words",
    why: "a mail program shows the bytes; mailparser shows nothing, and then words would be lost",
  },
  "parts without a boundary": { ours: "b1 find me", why: "as above: shown as it stands, with a note" },
  "words before the first part and after the last": {
    ours: "secret before after",
    why: "RFC 2046 has them ignored; they are in the file that was sent, and are shown as what they are",
  },
  "a mail attached whole": { ours: `${inside} subject before i said it`, why: itself },
  "a mail forwarded whole inside another one": {
    ours: `${inside} subject innermost deepest words`,
    files: [["", "deep.png", ""], [""]],
    why: itself,
  },
  "a digest, in which every part is a mail": {
    files: [["", ""], []],
    why: "each is a mail (RFC 2046, 5.1.5) and listed as one; the words are the same",
  },
  "a report that a mail did not arrive": { ours: "from sam watcher stalker subject lost words", why: itself },
  "text after a boundary without an empty line": {
    ours: "i know where you sleep",
    why: "no header has that form, so these are words that would be lost; a note says so",
  },
  "no character set, and bytes that are not UTF-8": {
    ours: "sê nét",
    theirs: "s n t",
    why: "mailparser reads UTF-8 whatever the bytes are; the set of old Windows programs has every letter, with a note",
  },
  "iso-2022-jp that nobody named": {
    ours: "こんにちは",
    theirs: "b 3 s k a o",
    why: "its escapes name it; mailparser shows them as letters",
  },
  "a file that was saved in UTF-16": {
    ours: "sê dit",
    why: "a file of text as Windows saves it; mailparser looks for headers between zero bytes",
  },
  "empty lines before the first header": {
    theirs: `${inside} subject late`,
    why: "they came with the saving; mailparser takes every header for words",
  },
  "text that is shown and has a file name": {
    files: [["note.txt"], []],
    why: "a mail program shows it and offers it as a file, so it is both; mailparser takes it for words alone",
  },
  "a calendar": { ours: "begin vcalendar", why: "it is text: shown too; mailparser lists the file alone" },
};

describe.each(mailCases)("$name", ({ name, bytes, shows, attached = [], notes = [], header }) => {
  test("is read as a person would read it", async () => {
    const read = await readMail(bytes);
    expect(read.lines.filter((line: string) => shows.includes(line))).toEqual(shows);
    expect(read.attachments.map((attachment: { name: string }) => attachment.name)).toEqual(attached);
    expect(read.mail.notes.map((note: { kind: string }) => note.kind).sort()).toEqual([...notes].sort());
    if (header) expect(read.headers).toContainEqual({ name: header[0], value: header[1] });
    expect(read.cut).toBe(false);
  });

  test("is read as mailparser does, but for what is settled", async () => {
    const ours = await readMail(bytes);
    const theirs = await asMailparser(bytes);
    const mine = readWordsOf(ours.lines);
    const known: Difference = settled[name] ?? { why: "" };
    expect({
      ours: [...mine].filter((word) => !theirs.words.has(word)).sort(),
      theirs: [...theirs.words].filter((word) => !mine.has(word)).sort(),
    }).toEqual({ ours: split(known.ours), theirs: split(known.theirs) });
    const files = ours.attachments.map(
      (attachment: { name: string; sha256: string }) => `${attachment.name} ${attachment.sha256}`,
    );
    if (known.files) expect([files, theirs.files].map((list) => list.map(nameIn))).toEqual(known.files);
    else expect(files).toEqual(theirs.files);
  });
});

test("there are more than forty kinds, each difference is of one of them and has its reason", () => {
  const names = mailCases.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(40);
  expect(Object.keys(settled).filter((name) => !names.includes(name))).toEqual([]);
  expect(Object.values(settled).filter(({ why }) => why.length < 20)).toEqual([]);
});

test("our own lines are in brackets, and each is known", async () => {
  const shown = await Promise.all(mailCases.map(async ({ bytes }) => (await readMail(bytes)).lines));
  const ours = shown.flat().filter((line: string) => ownLines.test(line));
  expect(new Set(ours)).toEqual(
    new Set([
      "[A mail inside this mail:]",
      "[Another version of the same words (text/html), which differs:]",
      "[End of the mail inside this mail]",
      "[Lines among the headers that are no headers:]",
      "[Words outside the parts of the mail:]",
    ]),
  );
});

async function asMailparser(bytes: Buffer) {
  const options = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true };
  const { text = "", html, attachments }: ParsedMail = await simpleParser(bytes, options);
  const files = attachments.map(
    ({ filename, content }) => `${filename ?? ""} ${createHash("sha256").update(content).digest("hex")}`,
  );
  return { words: wordsOf(`${text}\n${html ? htmlToText(html) : ""}`), files };
}

const split = (text = "") => text.split(" ").filter(Boolean).sort();
const nameIn = (file: string) => file.slice(0, file.lastIndexOf(" "));
