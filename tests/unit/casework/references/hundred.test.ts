import { describe, expect, test } from "vitest";
import { findReferences } from "@/lib/casework/references/rules";
import { type MessyRow, messyNumbers as rows, messyToday as today } from "@/tests/support/messy-numbers";

test("there are a hundred", () => {
  expect(rows.length).toBe(100);
});

describe("a messy text is read as a person reads it", () => {
  test.each(rows.map((row, i) => [i + 1, ...row] as [number, ...MessyRow]))("%i %j", (_, text, ...readings) => {
    const found = findReferences(text, today).map(({ kind, display, code }) => [kind, display, code]);
    expect(found).toEqual(readings.map(([kind, number, oddity]) => [kind, number, oddity ?? null]));
  });
});
