import { expect, test } from "vitest";
import { selfSaved } from "@/lib/documents/papers/labels";
import { shownVersions } from "@/lib/documents/papers/rules";

const saved = (version: number, minute: number, by = "Ada", note: string | null = selfSaved) => ({
  version,
  savedBy: by,
  savedAt: new Date(Date.UTC(2026, 10, 24, 8, minute)),
  note,
});

const shown = (...versions: ReturnType<typeof saved>[]) =>
  shownVersions(versions.toSorted((a, b) => b.version - a.version)).map((version) => version.version);

test("of saves in a row that nobody made by hand, the last alone is shown", () => {
  expect(shown(saved(1, 0, "Ada", null), saved(2, 1), saved(3, 4), saved(4, 9))).toEqual([4, 1]);
});

test("a save by hand, another person and a pause of more than ten minutes each begin again", () => {
  expect(shown(saved(1, 0), saved(2, 1, "Ada", null), saved(3, 2))).toEqual([3, 2, 1]);
  expect(shown(saved(1, 0), saved(2, 1, "Bo"), saved(3, 2))).toEqual([3, 2, 1]);
  expect(shown(saved(1, 0), saved(2, 10), saved(3, 11))).toEqual([3, 1]);
});
