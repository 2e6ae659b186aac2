import { describe, expect, test } from "vitest";
import { createReadings } from "@/app/api/packets/readings";

const minute = 60_000;
const asking = (range?: string) => new Request("http://localhost/x", range ? { headers: { range } } : undefined);

describe("what counts as one reading of a file", () => {
  test("all of it, or its first bytes, is logged each time", () => {
    const readings = createReadings();
    readings.note("a", 0);
    for (const range of [undefined, "bytes=0-", "bytes=0-1023", "bytes=00-5"]) {
      expect(readings.begins(asking(range), "a", minute), range).toBe(true);
    }
  });

  test.each(["bytes=1-", "bytes=-1000000", "bytes=5-9,20-30", "pages=1"])(
    "%s without a logged reading before it is logged as one: nobody takes all but a byte in silence",
    (range) => {
      const readings = createReadings();
      expect(readings.begins(asking(range), "a", 0)).toBe(true);
      readings.note("a", 0);
      expect(readings.begins(asking(range), "a", 29 * minute)).toBe(false);
      expect(readings.begins(asking(range), "a", 31 * minute)).toBe(true);
      expect(readings.begins(asking(range), "another person", minute)).toBe(true);
    },
  );
});
