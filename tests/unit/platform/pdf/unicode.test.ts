import { describe, expect, it } from "vitest";
import { FontBook } from "@/lib/platform/pdf/font-book";
import { replacedIn } from "@/lib/platform/pdf/replaced-in";
import { flatPagesOf, withPdfium } from "@/tests/support/pdf";
import { writeBlocks } from "@/tests/support/plain-document";

const withoutMarks = (text: string) => text.replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, "");

async function readBack(text: string): Promise<string> {
  const { bytes } = await writeBlocks([{ b: "para", text, aside: "source" }]);
  return withoutMarks((await flatPagesOf(bytes)).join(" "));
}

describe("any text is drawn and read back", () => {
  it.each([
    ["Latin with ligatures", "Nomvula Dlamini: an efficient office, affluent"],
    ["isiXhosa clicks", "Ndiyabulela, uǃqhawe ǂ ǁ ḽ ṱ ṅ"],
    ["Polish and Vietnamese", "Łukasz Żółć, Nguyễn Đặng"],
    ["a combining accent", "é q̈ ậ"],
    ["Cyrillic", "Пётр Чайковский"],
    ["Greek", "Ωμέγα Ελληνικά"],
    ["Devanagari", "नमस्ते क्षत्रिय"],
    ["Chinese", "中文測試 简体字"],
    ["Japanese", "日本語 ひらがな カタカナ"],
    ["Korean", "한국어 테스트"],
    ["emoji", "😀 🧿 🔥 👍🏽"],
  ])("%s", async (_, text) => {
    // Where a reader puts spaces between wide signs is its own affair; the signs and their order are not.
    const dense = (value: string) => value.normalize("NFC").replace(/\s/g, "");
    expect(dense(await readBack(text))).toContain(dense(text));
  });

  it.each([
    ["Arabic", "محمد عبد الله"],
    ["Hebrew", "עולם"],
  ])("%s, whatever order the reader gives", async (_, text) => {
    const { bytes } = await writeBlocks([{ b: "para", text: `name ${text} end`, aside: "source" }]);
    const read = withoutMarks((await flatPagesOf(bytes)).join(" "));
    const letters = (value: string) => [...value.replace(/\s/g, "").normalize("NFKC")].sort().join("");
    const between = /name (.*?) ?end/.exec(read)?.[1] ?? "";
    expect(letters(between)).toBe(letters(text));
  });

  it("reads the same with another reader", async () => {
    const { bytes } = await writeBlocks([{ b: "para", text: "Łukasz 中文 한국어 😀 office", aside: "source" }]);
    expect((await withPdfium(bytes)).join(" ")).toContain("Łukasz 中文 한국어 😀 office");
  });
});

describe("a character that no face has", () => {
  it.each([
    ["an Egyptian sign", "𓀀", "[U+13000]"],
    ["a private character", "\uE000", "[U+E000]"],
    ["the last code point", "\u{10FFFD}", "[U+10FFFD]"],
    ["a lone surrogate", "\uD800", "[U+D800]"],
    ["a control character", "\u0007", "[U+0007]"],
  ])("%s is printed as its code", async (_, char, code) => {
    expect(await readBack(`before ${char} after`)).toContain(`before ${code} after`);
  });

  it.each([
    ["an override", "abc\u202Edef ghi", "abc[U+202E]def ghi"],
    ["an isolate", "abc \u2067def\u2069 ghi", "abc [U+2067]def[U+2069] ghi"],
    ["the end of an isolate that is ours", "abc \u2068def\u2069 ghi\u2069", "abc def ghi[U+2069]"],
    ["a zero", "abc\u0000def", "abc[U+0000]def"],
    ["a mark of byte order", "\uFEFFabc", "[U+FEFF]abc"],
    ["a point that is no character", "abc\uFFFEdef\u{1FFFF}", "abc[U+FFFE]def[U+1FFFF]"],
    ["a second half without its first", "abc\uDC00def", "abc[U+DC00]def"],
    ["a heap of marks", `e${"\u0301".repeat(500)}nd`, "[…]nd"],
  ])("%s is seen and turns nothing round", async (_, text, shown) => {
    const { bytes } = await writeBlocks([{ b: "para", text, aside: "source" }]);
    expect((await flatPagesOf(bytes)).join(" ")).toContain(shown);
    expect((await flatPagesOf(bytes)).join(" ")).not.toMatch(/[\u202A-\u202E\u2066-\u2069\uFEFF]/);
  });

  it.each([
    ["plain words, names and signs", "Łukasz Żółć “said” 中文 한국어 😀 👨‍👩‍👧‍👦 नमस्ते محمد e\u0301\n", []],
    ["controls and overrides", "a\u0000b\u202Ec\u0000", ["U+0000", "U+202E"]],
    ["signs that no face has", "𓀀 and \uE000", ["U+13000", "U+E000"]],
    ["a heap", `e${"\u0301".repeat(20)}`, ["U+0301 …"]],
  ])("is named beforehand: %s", (_, text, names) => {
    expect(replacedIn(text)).toEqual(names);
  });

  it("never falls to the empty box", () => {
    const book = new FontBook();
    const texts = ["A𓀀B", "中\uE000", "ไทย", "አማርኛ", "ﷺ", "🇿🇦", "👨‍👩‍👧‍👦", "\u200B", "\u202Eabc"];
    const drawn = texts.flatMap((text) =>
      book
        .split(text, "serif", 400)
        .flatMap((piece) => book.shape(piece.face, piece.text, false).glyphs.map((glyph) => glyph.id)),
    );
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn).not.toContain(0);
  });
});
