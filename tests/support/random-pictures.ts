import * as fc from "fast-check";
import { chunk } from "../fixtures/hostile/parts";
import { exifOf, packedChunk, pngWith, text, textChunk, widerChunk, xmpOf } from "../fixtures/pictures/write";

/** A word that stands nowhere else, so that it is found again or is missing. */
const word = fc.integer({ min: 100_000, max: 999_999 }).map((number) => `w${number}`);
const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
const long = fc.array(word, { minLength: 60, maxLength: 90 }).map((words) => words.join(" "));
const caption = fc.oneof({ weight: 9, arbitrary: sentence }, { weight: 1, arbitrary: long });

/** Texts in EXIF, with a name of ours or without, in both orders of bytes. */
const exif = fc
  .record({
    little: fc.boolean(),
    main: fc.array(fc.tuple(fc.constantFrom(0x010e, 0x010f, 0x0131, 0x8298, 0xc001, 0xfe01), caption), {
      maxLength: 6,
    }),
    camera: fc.array(fc.tuple(fc.constantFrom(0x9003, 0xa431, 0xa430, 0xc101), caption), { maxLength: 4 }),
  })
  .map(({ little, main, camera }) => ({
    chunk: chunk(
      "eXIf",
      exifOf({
        little,
        main: main.map(([tag, words]) => text(tag, words)),
        camera: camera.map(([tag, words]) => text(tag, words)),
      }),
    ),
    said: [...main, ...camera].map(([, words]) => words),
  }));

const note = fc.tuple(fc.constantFrom(textChunk, packedChunk, widerChunk), caption).map(([write, words]) => ({
  chunk: write("Note", words),
  said: [words],
}));

const packet = fc
  .array(fc.tuple(fc.constantFrom("dc:title", "own:any"), caption), { maxLength: 6 })
  .map((properties) => ({
    chunk: widerChunk(
      "XML:com.adobe.xmp",
      xmpOf(
        `<rdf:Description>${properties.map(([name, value]) => `<${name}>${value}</${name}>`).join("")}</rdf:Description>`,
      ),
    ),
    said: properties.map(([, words]) => words),
  }));

/** A PNG with texts in every place that a PNG has for them, before its pixels and behind, and what they say. */
export const randomPictures = fc
  .tuple(fc.array(fc.oneof(exif, note, packet), { maxLength: 8 }), fc.nat(8))
  .map(([parts, before]) => {
    const chunks = parts.map((part) => part.chunk);
    return {
      bytes: pngWith(chunks.slice(0, before), chunks.slice(before)),
      said: parts.flatMap((part) => part.said),
    };
  });
