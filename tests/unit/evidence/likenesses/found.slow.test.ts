import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { likenessOf, outlineOf } from "@/lib/evidence/likenesses/rules";
import type { Alike } from "@/lib/evidence/likenesses/types";
import { drawChat, drawPhoto, makeBubbles, sayOtherwise } from "@/tests/support/draw-screens";

/** As the sandbox makes it. */
async function likeness(picture: Buffer) {
  const grey = sharp(picture).flatten({ background: "#ffffff" }).toColourspace("srgb").greyscale();
  const cells = await grey.resize(96, 96, { fit: "fill" }).raw().toBuffer();
  return { cells, outline: outlineOf(cells) };
}

async function compare(one: Buffer, other: Buffer): Promise<Alike | null> {
  return likenessOf(await likeness(one), await likeness(other));
}

type Cut = { left?: number; right?: number; top?: number; bottom?: number };

async function cut(picture: Buffer, { left = 0, right = 0, top = 0, bottom = 0 }: Cut): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const area = {
    left: Math.round(width * left),
    top: Math.round(height * top),
    width: Math.round(width * (1 - left - right)),
    height: Math.round(height * (1 - top - bottom)),
  };
  return sharp(picture).extract(area).jpeg({ quality: 80 }).toBuffer();
}

const sent = (picture: Buffer, width: number) => sharp(picture).resize(width).jpeg({ quality: 55 }).toBuffer();
const seeds = [1, 2, 3, 4];

describe("screens of one messenger", () => {
  test("are not copies of each other: with other words in the same bubbles, with one other message, scrolled, another chat", async () => {
    let found = 0;
    for (const seed of seeds) {
      const dark = seed % 2 === 0;
      const bubbles = makeBubbles(seed * 7);
      const screen = await drawChat(bubbles, dark);
      for (const other of [
        sayOtherwise(bubbles, seed + 500),
        sayOtherwise(bubbles, seed + 600, 2),
        bubbles.slice(1),
        makeBubbles(seed + 900),
      ]) {
        if (await compare(screen, await drawChat(other, dark))) found += 1;
      }
    }
    expect(found).toBe(0);
  });

  test("are found again when they were sent smaller, compressed or mirrored", async () => {
    for (const seed of seeds) {
      const screen = await drawChat(makeBubbles(seed * 7), seed % 2 === 0);
      expect(await compare(screen, await sent(screen, 400))).toEqual({ cropped: false, mirrored: false });
      expect(await compare(await sharp(screen).flop().toBuffer(), screen)).toMatchObject({ mirrored: true });
    }
  });

  test("are found mostly, not always, when their top is cut off: rather missed than two chats taken for one", async () => {
    let found = 0;
    for (const seed of seeds) {
      const screen = await drawChat(makeBubbles(seed * 7), seed % 2 === 0);
      if ((await compare(screen, await cut(screen, { top: 0.04 })))?.cropped) found += 1;
    }
    expect(found).toBeGreaterThanOrEqual(seeds.length / 2);
  });
});

test("photographs are found when sent on, cropped by a tenth or mirrored, and two of them are never one", async () => {
  const cuts: Cut[] = [
    { left: 0.03, right: 0.03, top: 0.03, bottom: 0.03 },
    { top: 0.05 },
    { left: 0.1 },
    { left: 0.05, top: 0.08 },
  ];
  let cropped = 0;
  for (const seed of seeds) {
    const photo = await drawPhoto(seed + 40);
    expect(await compare(photo, await sent(photo, 450))).toEqual({ cropped: false, mirrored: false });
    expect(await compare(photo, await sharp(photo).flop().jpeg().toBuffer())).toMatchObject({ mirrored: true });
    expect(await compare(photo, await drawPhoto(seed + 1000))).toBeNull();
    for (const area of cuts) if ((await compare(await cut(photo, area), photo))?.cropped) cropped += 1;
  }
  expect(cropped).toBeGreaterThanOrEqual(seeds.length * cuts.length - 2);
});
