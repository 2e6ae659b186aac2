import { expect, test } from "vitest";
import { tableWidths } from "@/lib/documents/papers/labels";

test("where not everything fits on a line, each column still has its longest word", () => {
  const head = ["Exhibit", "Captured", "How", "By", "Device and program", "Time from"];
  const row = [
    "E-01",
    "9 October 2026 at 10:06 SAST",
    "Screenshot",
    "the complainant",
    "The complainant's telephone; its own program",
    "Clock of the device; right when compared",
  ];
  const widths = tableWidths(head, [row]);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  // Some 100 characters of a table's size stand on a line.
  const characters = widths.map((width) => (width / whole) * 100);
  const longest = row.map((text, i) => Math.max(...`${head[i]} ${text}`.split(" ").map((word) => word.length)));
  for (const [i, length] of longest.entries()) expect(characters[i], head[i]).toBeGreaterThan(length);
});
