import * as fc from "fast-check";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { readMetadata } from "@/lib/platform/sandbox/child-metadata.mjs";
import { inspectPicture, rawMetadata } from "@/lib/platform/sandbox/child-picture.mjs";
import { sniff } from "@/lib/platform/sandbox/child-sniff.mjs";
import { noise } from "@/tests/fixtures/hostile/parts";
import { pictureCases } from "@/tests/fixtures/pictures/cases";
import { oddPictureCases } from "@/tests/fixtures/pictures/odd-cases";
import { randomPictures } from "@/tests/support/random-pictures";

// What the child takes away from its own process, tests of other files in this one need: pictures drawn of SVG.
afterAll(() => sharp.unblock({ operation: ["VipsForeignLoadSvg"] }));

type Entry = { group: string; name: string; value: string };

async function read(bytes: Buffer) {
  const { kind } = await sniff(bytes, bytes.length);
  const found: Entry[] = readMetadata(await rawMetadata(bytes, kind));
  return { kind, says: found.map(({ group, name, value }) => `${group} ${name}: ${value}`) };
}

const jpeg = await noise(8, 8).jpeg().toBuffer();
const cases = [...pictureCases(jpeg), ...oddPictureCases(jpeg)];

describe.each(cases)("$name", ({ bytes, says, pages = 1 }) => {
  test("is told as it is written", async () => {
    expect((await read(bytes)).says).toEqual(says);
  });

  test("is as large as libvips says, and of so many pictures as it has", async () => {
    const { kind } = await read(bytes);
    const { width, height } = await sharp(bytes).metadata();
    expect(await inspectPicture(bytes, kind)).toMatchObject({ width, height, pages });
  });
});

const wordsIn = (text: string) => new Set(text.match(/w\d{6}/g));

describe("any picture", () => {
  const seed = 19;

  test("tells every word that it carries or says that it cut, and no word that it does not carry", async () => {
    const property = fc.asyncProperty(randomPictures, async ({ bytes, said: messages }) => {
      const { says } = await read(bytes);
      const shown = wordsIn(says.join("\n"));
      const isCut = says.some((line) => line.endsWith(" … [cut]"));
      expect([...wordsIn(messages.join("\n"))].filter((word) => !shown.has(word) && !isCut)).toEqual([]);
      expect([...shown].filter((word) => !wordsIn(messages.join("\n")).has(word))).toEqual([]);
      expect(says.filter((line) => line.length > 570)).toEqual([]);
    });
    await fc.assert(property, { seed, numRuns: 150 });
  });

  test("that was bent or cut off is told as far as it goes", async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...cases),
      fc.nat(),
      fc.nat(255),
      fc.nat(9),
      async (pictureCase, place, byte, gone) => {
        const at = place % pictureCase.bytes.length;
        const bent = Buffer.concat([
          pictureCase.bytes.subarray(0, at),
          Buffer.from([byte]),
          pictureCase.bytes.subarray(at + gone),
        ]);
        const { says } = await read(bent);
        expect(says.length).toBeLessThanOrEqual(200);
      },
    );
    await fc.assert(property, { seed, numRuns: 200 });
  });

  test("reads what libexif wrote", async () => {
    const letters = fc
      .string({ unit: fc.constantFrom(..."abcXYZ 019-_/"), minLength: 1, maxLength: 40 })
      .map((value) => `x${value.trim()}`);
    const property = fc.asyncProperty(letters, letters, letters, fc.nat(89), async (maker, model, program, degree) => {
      const exif = {
        IFD0: { Make: maker, Model: model, Software: program },
        IFD3: { GPSLatitudeRef: "S", GPSLatitude: `${degree}/1 30/1 0/1` },
      };
      const written = await noise(8, 8).withExif(exif).jpeg().toBuffer();
      const tidy = (words: string) => words.replace(/ +/g, " ").trim();
      expect((await read(written)).says).toEqual(
        expect.arrayContaining([
          `EXIF Make: ${tidy(maker)}`,
          `EXIF Model: ${tidy(model)}`,
          `EXIF Software: ${tidy(program)}`,
          `GPS Latitude: ${(-degree - 0.5).toFixed(6)}`,
        ]),
      );
    });
    await fc.assert(property, { seed, numRuns: 60 });
  });
});
