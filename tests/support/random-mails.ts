import * as fc from "fast-check";
import { linesOf, type Part, partsOf } from "../fixtures/mails/write";

/** A part with the words that a person must see of it, and the names of what is attached in it. */
export type RandomPart = { part: Part; words: readonly string[]; files: readonly string[] };

/** Words that look like what takes a mail apart, and letters of several scripts. */
const word = fc.constantFrom(
  "find",
  "you",
  "--b1",
  "--b",
  "--b1--",
  "b=20",
  "=C3",
  "From",
  "sê",
  "nét",
  "street;",
  "你好",
  "<3",
  "a&b",
  "(x",
  "Content-Type:",
  "boundary=b",
  "=?utf-8?Q?x?=",
  "end.",
  "--",
  "100%",
);
/** A line never is a boundary by itself: it begins with a plain word. */
const line = fc.array(word, { maxLength: 8 }).map((found) => ["words", ...found].join(" "));
const text = fc.array(line, { minLength: 1, maxLength: 5 });

const asQuoted = (bytes: Buffer, width: number): string[] => {
  const pieces = [...bytes].map((byte) =>
    /[\w .,:;()<>/-]/.test(String.fromCharCode(byte)) && byte !== 32 ? String.fromCharCode(byte) : hexOf(byte),
  );
  const lines: string[] = [];
  // Where a line is broken must make no boundary either, as whoever writes a mail sees to.
  for (let at = 0; at < pieces.length; at += width)
    lines.push(
      pieces
        .slice(at, at + width)
        .join("")
        .replace(/^-/, hexOf(45)),
    );
  return lines.map((line, at) => (at === lines.length - 1 ? line : `${line}=`));
};
const hexOf = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;

const charset = fc.constantFrom("utf-8", "utf-16le", "none");
const encoding = fc.constantFrom("8bit", "base64", "quoted-printable");

const plain: fc.Arbitrary<RandomPart> = fc
  .record({ lines: text, set: charset, encoding, width: fc.integer({ min: 5, max: 70 }), isPage: fc.boolean() })
  .map(({ lines, set, encoding: asked, width, isPage }) => {
    const shown = isPage ? lines.map((line) => `<p>${escaped(line)}</p>`).join("\r\n") : lines.join("\r\n");
    const bytes = Buffer.from(shown, set === "utf-16le" ? "utf16le" : "utf8");
    // Bytes of two to a letter would hold line ends of their own.
    const way = set === "utf-16le" && asked === "8bit" ? "base64" : asked;
    const message = set === "none" ? "" : `; charset=${set}`;
    const headers = [`Content-Type: text/${isPage ? "html" : "plain"}${message}`, `Content-Transfer-Encoding: ${way}`];
    const body = way === "8bit" ? [bytes] : way === "base64" ? [bytes.toString("base64")] : asQuoted(bytes, width);
    return { part: { headers, body }, words: lines, files: [] };
  });

const escaped = (message: string) => message.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const attached: fc.Arbitrary<RandomPart> = fc
  .tuple(fc.constantFrom("a;b.png", "list.txt", "sê.dat"), text)
  .map(([name, lines]) => ({
    part: {
      headers: [
        "Content-Type: text/plain",
        `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
      ],
      body: lines,
    },
    words: [],
    files: [name],
  }));

/** Boundaries that begin alike at every depth. */
const boundaryAt = (depth: number) => `b${"1".repeat(depth)}`;

function partAt(depth: number): fc.Arbitrary<RandomPart> {
  if (depth === 4) return plain;
  const inner = fc.array(partAt(depth + 1), { minLength: 1, maxLength: 3 });
  const holding = fc.tuple(fc.constantFrom("mixed", "related", "alternative"), inner).map(([kind, parts]) => ({
    part: {
      headers: [`Content-Type: multipart/${kind}; boundary=${boundaryAt(depth)}`],
      body: partsOf(
        boundaryAt(depth),
        parts.map((part) => part.part),
      ),
    },
    words: parts.flatMap((part) => part.words),
    files: parts.flatMap((part) => part.files),
  }));
  const mail = partAt(depth + 1)
    .filter(hasWords)
    .map(({ part: { headers = [], body }, words, files }) => ({
      part: { headers: ["Content-Type: message/rfc822"], body: ["Subject: inside", ...headers, "", ...body] },
      words: [...words, "Subject: inside"],
      files: ["", ...files],
    }));
  return fc.oneof(
    { arbitrary: plain, weight: 4 },
    { arbitrary: attached, weight: 1 },
    { arbitrary: holding, weight: 4 },
    { arbitrary: mail, weight: 1 },
  );
}

/** Without: what is attached and is all there is of a mail is shown as its words, which nobody counted here. */
function hasWords({ words }: RandomPart): boolean {
  return words.length > 0;
}

/** Whole mails, with what must be seen of them. */
export const randomMails = partAt(0)
  .filter(hasWords)
  .map(({ part: { headers = [], body }, words, files }) => ({
    bytes: linesOf(["From: a@x.example", "Date: Tue, 17 Nov 2026 22:10:00 +0200", ...headers, "", ...body]),
    words,
    files,
  }));
