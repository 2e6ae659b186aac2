import { expect, test } from "vitest";
import { isDue } from "@/lib/casework/flags/rules";

const today = "2026-11-25";

test.each([
  [null, null, true],
  ["2026-11-25", null, true],
  ["2026-11-20", null, true],
  ["2026-11-26", null, false],
  [null, new Date(), false],
])("a flag for %s, resolved %s, is due: %s", (lookOn, resolvedAt, due) => {
  expect(isDue({ lookOn, resolvedAt }, today)).toBe(due);
});
