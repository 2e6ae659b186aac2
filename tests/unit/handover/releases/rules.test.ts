import { describe, expect, test } from "vitest";
import { coverageWords } from "@/lib/handover/releases/rules";

describe("coverageWords", () => {
  test.each([
    [{ allExhibits: true, exhibits: [], identity: false }, "All exhibits"],
    [{ allExhibits: false, exhibits: [1], identity: false }, "Exhibit E-01"],
    [{ allExhibits: false, exhibits: [1, 12], identity: true }, "Exhibits E-01, E-12; who and where the client is"],
    [{ allExhibits: false, exhibits: [], identity: true }, "No exhibit; who and where the client is"],
  ])("%j", (covers, words) => {
    expect(coverageWords(covers)).toBe(words);
  });
});
