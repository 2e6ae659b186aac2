import { expect, it } from "vitest";
import { colourProfile } from "@/lib/platform/pdf/colour-profile";

/** The points of the curve for red, from 0 to 1. */
function curve(profile: Buffer): number[] {
  const tags = profile.readUInt32BE(128);
  const at = Array.from({ length: tags }, (_, i) => 132 + i * 12).find(
    (value) => profile.toString("latin1", value, value + 4) === "rTRC",
  );
  const start = profile.readUInt32BE((at ?? 0) + 4);
  expect(profile.toString("latin1", start, start + 4)).toBe("curv");
  const points = profile.readUInt32BE(start + 8);
  return Array.from({ length: points }, (_, i) => profile.readUInt16BE(start + 12 + i * 2) / 65535);
}

const toScreen = (light: number) => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

it("the curve of the colours is that of sRGB to a twentieth of a step of eight bits, with few points", () => {
  const points = curve(colourProfile());
  // A reader may turn it round at every page, point by point.
  expect(points.length).toBeLessThanOrEqual(128);
  const off = Array.from({ length: 10_001 }, (_, i) => {
    const value = i / 10_000;
    const place = Math.min(value * (points.length - 1), points.length - 1.000001);
    const low = Math.floor(place);
    const [from = 0, to = 0] = [points[low], points[low + 1]];
    return Math.abs(toScreen(from + (to - from) * (place - low)) - value) * 255;
  });
  expect(Math.max(...off)).toBeLessThan(1 / 20);
});
