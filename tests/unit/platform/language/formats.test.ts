import { expect, test } from "vitest";
import { allOf, anyOf, compareText, formatNumber, regionName } from "@/lib/platform/language/formats";

test("numbers, lists, countries and order are those of the language, here English", () => {
  expect([1532, 1.54, 999].map(formatNumber)).toEqual(["1,532", "1.5", "999"]);
  expect([allOf(["a"]), allOf(["a", "b", "c"]), anyOf(["a", "b"])]).toEqual(["a", "a, b and c", "a or b"]);
  expect([regionName("ZA"), regionName("US")]).toEqual(["South Africa", "United States"]);
  expect(["Zola", "éva", "Adam", "eve"].toSorted(compareText)).toEqual(["Adam", "éva", "eve", "Zola"]);
});
