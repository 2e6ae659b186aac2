import { describe, expect, test } from "vitest";
import { exhibitCode, incidentCode, mostNumbers, readNumbers, writeNumbers } from "@/lib/casework/incidents/rules";

const codes = (text: string, kind: Parameters<typeof readNumbers>[1] = "incident") => {
  const { numbers, odd } = readNumbers(text, kind);
  return { read: numbers.map(({ letter, number }) => `${letter}${number}`), odd };
};

describe("numbers of a case as people write them", () => {
  test.each([
    ["I-3", ["I3"]],
    ["i3, C-2", ["I3", "C2"]],
    ["I-3 to I-5", ["I3", "I4", "I5"]],
    ["I-3-5; I-9", ["I3", "I4", "I5", "I9"]],
    ["I-3–I-4\nI-3", ["I3", "I4"]],
    ["", []],
  ])("%s", (text, read) => expect(codes(text)).toEqual({ read, odd: [] }));

  test("an exhibit and an account may leave their letter out, an act not", () => {
    expect(codes("E-07, 12 to 13", "exhibit")).toEqual({ read: ["E7", "E12", "E13"], odd: [] });
    expect(codes("A4, 5", "account")).toEqual({ read: ["A4", "A5"], odd: [] });
    expect(codes("12")).toEqual({ read: [], odd: ["12"] });
  });

  test.each(["E-1", "I-5 to I-3", "I-1 to C-3", "the second one", "I-", "I-1234567", `I-1 to I-${mostNumbers + 1}`])(
    "%s is said back as odd",
    (text) => expect(codes(`I-1, ${text}`)).toEqual({ read: ["I1"], odd: [text] }),
  );

  test("what is written reads the same", () => {
    const acts = [9, 1, 2, 3, 4, 12, 13].map((number) => incidentCode("act", number));
    const all = [...acts, incidentCode("event", 2), incidentCode("event", 2)];
    expect(writeNumbers(all)).toBe("I-1 to I-4, I-9, I-12, I-13, C-2");
    expect(codes(writeNumbers(all)).read.toSorted()).toEqual(
      ["I1", "I2", "I3", "I4", "I9", "I12", "I13", "C2"].toSorted(),
    );
    expect(writeNumbers([8, 9, 10, 11].map(exhibitCode))).toBe("E-08 to E-11");
    expect(writeNumbers([])).toBe("");
  });
});
