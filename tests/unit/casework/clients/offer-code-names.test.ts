import { expect, test } from "vitest";
import { offerCodeNames } from "@/lib/casework/clients/offer-code-names";

const lot = (first: number, rest: number) =>
  Uint8Array.of(0, first, ...Array.from({ length: 30 }, (_, at) => rest + at));

test("offers every pair of words once, from another one each time, and names with a number behind them", () => {
  const offered = offerCodeNames(lot(7, 100));
  const pairs = offered.filter((name) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name));
  const numbered = offered.filter((name) => /^[A-Z][a-z]+ [A-Z][a-z]+ \d+$/.test(name));
  expect(pairs.length).toBeGreaterThan(500);
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered).toEqual([...pairs, ...numbered]);
  const other = offerCodeNames(lot(8, 140));
  expect(other[0]).toBe(pairs[1]);
  expect(other.toSorted()).not.toEqual(offered.toSorted());
  expect(new Set(other.slice(0, pairs.length))).toEqual(new Set(pairs));
});
