import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { type PictureWords, readPictureWords } from "@/lib/platform/sandbox/read-picture-words";
import { createSandbox } from "@/lib/platform/sandbox/sandbox";
import { drawWords, lineBox } from "../../../support/draw-words";

const fileOf = (bytes: Uint8Array) => ({
  size: bytes.byteLength,
  open: async () => new Blob([Uint8Array.from(bytes)]).stream(),
});
const textOf = (read: PictureWords) => (read.state === "read" ? read.words.map(({ text }) => text).join(" ") : null);

const lines = ["I know you live in 14 Kiewiet Street", "Sê vir jou ma sy moet bang wees", "call me 082 555 0199"];

describe("the words of a picture", () => {
  test.each([
    ["in dark letters on white", { dark: false }],
    ["in light letters on black", { dark: true }],
  ])("are read %s, in both languages, with where they stand", async (_, look) => {
    const read = await readPictureWords(fileOf(await drawWords(lines, look)));
    expect(textOf(read)).toBe(lines.join(" "));
    const words = read.state === "read" ? read.words : [];
    const second = words.filter(({ line }) => line === words.find(({ text }) => text === "bang")?.line);
    expect(second.map(({ text }) => text).join(" ")).toBe(lines[1]);
    const box = lineBox(1, lines.length);
    for (const word of second) {
      expect(word.y).toBeGreaterThan(box.y);
      expect(word.y + word.height).toBeLessThan(box.y + box.height);
      expect(word.sure).toBeGreaterThan(50);
    }
  });

  test("are read as a person sees them when the camera was turned", async () => {
    const turned = await sharp(await drawWords(lines))
      .rotate(90)
      .jpeg()
      .withMetadata({ orientation: 8 })
      .toBuffer();
    expect(textOf(await readPictureWords(fileOf(turned)))).toBe(lines.join(" "));
  });

  test("are none where there is nothing to read", async () => {
    const plain = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#7a8b99" } })
      .jpeg()
      .toBuffer();
    expect(await readPictureWords(fileOf(plain))).toEqual({ state: "read", words: [], cut: false });
  });

  test.each([
    ["no picture", Buffer.from("%PDF-1.7 nothing"), "kind_not_shown"],
    ["cut off", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "unreadable"],
    ["nothing at all", Buffer.alloc(0), "empty"],
  ])("of a file that is %s say why they are not read", async (_, bytes, reason) => {
    expect(await readPictureWords(fileOf(bytes))).toEqual({ state: "unread", reason });
  });

  test("that take too long say so, and the next picture is read", async () => {
    const one = await drawWords(["wait"]);
    const within = createSandbox({ places: 1 });
    const hurried = {
      ...within,
      ask: ((file, ask, take) => within.ask(file, { ...ask, timeoutMs: 1 }, take)) as typeof within.ask,
    };
    expect(await readPictureWords(fileOf(one), hurried)).toEqual({ state: "unread", reason: "took_too_long" });
    expect(textOf(await readPictureWords(fileOf(one), within))).toBe("wait");
  });
});
