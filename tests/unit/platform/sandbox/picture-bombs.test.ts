import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readMetadata } from "@/lib/platform/sandbox/child-metadata.mjs";
import { createSandbox } from "@/lib/platform/sandbox/sandbox";
import { chunk, joined, uint } from "@/tests/fixtures/hostile/parts";
import { gifWith, pngWith, textChunk, widerChunk } from "@/tests/fixtures/pictures/write";
import { webStreamOf } from "@/tests/support/files";

const MIB = 1024 * 1024;
/** As patient as a busy machine needs: each of them would go on for much longer, or end its child at once. */
const sandbox = createSandbox({ renderMs: 120_000, pageMs: 100_000 });
const many = (count: number, write: (at: number) => Buffer) => Array.from({ length: count }, (_, at) => write(at));

/** A block of 49 directories of 300 fields, all of which share one text. */
function sharedText(): Buffer {
  const size = 2 + 300 * 12 + 4;
  const at = 8 + 49 * size;
  const fields = many(300, (no) => joined(uint(0xc000 + no, 2), uint(2, 2), uint(4200), uint(at)));
  const directories = many(49, (no) => joined(uint(300, 2), ...fields, uint(no === 48 ? 0 : 8 + (no + 1) * size)));
  return joined("MM", uint(42, 2), uint(8), ...directories, Buffer.alloc(4200, "\x93", "latin1"));
}

/** Notes that would keep the reader of a picture busy, or fill its memory, and what is said of them all the same. */
const bombs: [name: string, make: () => Buffer, says: string][] = [
  [
    "a block as digits that is nearly all spaces",
    () => pngWith([textChunk("Raw profile type exif", `a 1${" ".repeat(1_000_000)}!`)]),
    "Raw profile type exif: a 1 … [cut]",
  ],
  [
    "five hundred texts that unpack to a mebibyte each",
    () => {
      const packed = chunk("zTXt", joined("Note\0\0", deflateSync(Buffer.alloc(MIB, "x"))));
      return pngWith(
        [],
        many(500, () => packed),
      );
    },
    "Note: packed, and not read: there is too much that is packed",
  ],
  [
    "a comment in three million blocks of one byte",
    () => gifWith(joined(Buffer.from([0x21, 0xfe]), Buffer.alloc(6_000_000, "\x01a"), "\0")),
    `Comment: ${"a".repeat(492)} … [cut]`,
  ],
  [
    "zeros before the last letter of a text",
    () => pngWith([textChunk("Note", joined(Buffer.alloc(MIB), "x"))]),
    "Note: … [cut]",
  ],
  [
    "five blocks of EXIF whose directories share their texts",
    () => {
      const block = chunk("eXIf", sharedText());
      return pngWith(
        [],
        many(5, () => block),
      );
    },
    "Not listed: 1306 further fields",
  ],
  [
    "25,000 properties inside one of their own name",
    () =>
      pngWith([
        widerChunk("XML:com.adobe.xmp", joined("<x:xmpmeta><a>", ...many(25_000, (at) => Buffer.from(`<a>${at}</a>`)))),
      ]),
    "a: 0",
  ],
];

describe("a picture with", () => {
  test.each(bombs)("%s is shown, and its notes are told", async (_, make, says) => {
    const bytes = make();
    const file = { size: bytes.byteLength, open: async () => webStreamOf(bytes) };
    const { inspection, rendering, metadata } = await sandbox.lookInto(file, { maxPages: 1 });
    expect(inspection.problem).toBeNull();
    expect(["original", "pages"]).toContain(rendering.kind);
    expect(metadata.map(({ name, value }) => `${name}: ${value}`)).toContain(says);
  });
});

test("zeros that end a text are left out, and those inside it are told", () => {
  const texts = [
    { keyword: "a", text: `here${"\0".repeat(MIB)}` },
    { keyword: "b", text: `${"\0".repeat(MIB)}x` },
  ];
  const read: (about: never) => { value: string }[] = readMetadata;
  const [first, second] = read({ texts } as never).map(({ value }) => value);
  expect([first, second?.slice(0, 16), second?.slice(-7)]).toEqual(["here", "[U+0000][U+0000]", "… [cut]"]);
});
