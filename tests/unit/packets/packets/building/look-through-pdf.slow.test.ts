import { PDFDocument, PDFName, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { lookThroughPdf } from "@/lib/packets/packets/building/look-through-pdf";
import type { Secret } from "@/lib/packets/packets/snapshot/leaks";
import { sourceOf } from "@/lib/platform/pdf/read-document";
import { readPdfWords } from "@/lib/platform/sandbox/read-pdf-words";
import { webStreamOf } from "@/tests/support/files";

const secrets: Secret[] = [{ kind: "name", value: "Griffin Affleck Voorbeeld" }];
const message = "Griffin Affleck Voorbeeld";

const look = (bytes: Uint8Array) =>
  lookThroughPdf(
    {
      source: sourceOf(bytes),
      words: () => readPdfWords({ size: bytes.length, open: async () => webStreamOf(bytes) }),
    },
    { printed: new Set(), isMasked: false },
    secrets,
  );

const fonts = Object.values(StandardFonts).filter((name) => !/Symbol|Zapf/.test(name));
const hex = (text: string) => Buffer.from(text, "latin1").toString("hex");

/** Ways in which other programs write the same words. */
const ways: Record<string, (font: string, text: string) => string> = {
  "in one piece": (font, text) => `BT /${font} 12 Tf 50 700 Td (${text}) Tj ET`,
  "letter by letter with kerning": (font, text) =>
    `BT /${font} 12 Tf 50 700 Td [${[...text].map((letter) => `(${letter}) -20`).join(" ")}] TJ ET`,
  "as hexadecimal digits": (font, text) => `BT /${font} 12 Tf 50 700 Td <${hex(text)}> Tj ET`,
  "each letter placed by itself": (font, text) =>
    [...text].map((letter, i) => `BT /${font} 12 Tf 1 0 0 1 ${50 + i * 7.2} 700 Tm (${letter}) Tj ET`).join(" "),
  "as octal codes": (font, text) =>
    `BT /${font} 12 Tf 50 700 Td (${[...Buffer.from(text, "latin1")].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("")}) Tj ET`,
};

async function made(fontName: StandardFonts, draw: (font: string) => string, useObjectStreams: boolean) {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const font = await pdf.embedFont(fontName);
  page.node.setFontDictionary(PDFName.of("F1"), font.ref);
  const stream = pdf.context.flateStream(draw("F1"));
  page.node.set(PDFName.Contents, pdf.context.register(stream));
  return pdf.save({ useObjectStreams });
}

describe("a name on a page of a PDF that somebody else made", () => {
  test.each(
    fonts.flatMap((font) =>
      Object.keys(ways).flatMap((way) => [false, true].map((packed) => [font, way, packed] as const)),
    ),
  )("in %s, %s, objects in streams: %s", async (font, way, packed) => {
    const draw = ways[way];
    if (!draw) throw new Error("no such way");
    expect(await look(await made(font, (name) => draw(name, message), packed))).toBe("it holds details of the client");
  });

  /** A font whose codes stand for ligatures by name, and which has no table of what they mean. */
  async function withLigatures() {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    const font = pdf.context.obj({
      Type: "Font",
      Subtype: "Type1",
      BaseFont: "Helvetica",
      Encoding: {
        Type: "Encoding",
        Differences: [1, "ffi", "ffl"].map((value) => (typeof value === "string" ? PDFName.of(value) : value)),
      },
    });
    page.node.setFontDictionary(PDFName.of("F1"), pdf.context.register(font));
    const stream = pdf.context.flateStream("BT /F1 12 Tf 50 700 Td (Gri\\001n A\\002eck Voorbeeld) Tj ET");
    page.node.set(PDFName.Contents, pdf.context.register(stream));
    return pdf.save();
  }

  test("spelt with ligatures that only the font knows", async () => {
    expect(await look(await withLigatures())).toBe("it holds details of the client");
  });

  test("is not found where it does not stand", async () => {
    const other = await made(
      StandardFonts.Helvetica,
      (name) => `BT /${name} 12 Tf 50 700 Td (Somebody else) Tj ET`,
      true,
    );
    expect(await look(other)).toBeNull();
  });

  test("what PDFium cannot read does not count as clean", async () => {
    const whole = await made(StandardFonts.Helvetica, (name) => `BT /${name} 12 Tf 50 700 Td (Nobody) Tj ET`, false);
    expect(await look(whole.subarray(0, whole.length / 2))).toBe(
      "it could not be looked through for details of the client",
    );
  });
});
