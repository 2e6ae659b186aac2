import { describe, expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import {
  buildRow,
  caseIdOf,
  choosing,
  civilFrom,
  describeReading,
  fold,
  guessDates,
  guessMapping,
  unclearDate,
  wallFrom,
} from "@/lib/operations/imports/rules";

describe("dates of a list", () => {
  test.each([
    ["13/10/2026", "dmy", "2026-10-13"],
    ["3.1.26", "dmy", "2026-01-03"],
    ["10-13-2026", "mdy", "2026-10-13"],
    ["2026/10/13", "dmy", "2026-10-13"],
    ["31/02/2026", "dmy", "31/02/2026"],
    ["soon", "dmy", "soon"],
    ["12/11/2026", "ymd", "2026-11-12"],
    ["26/10/13", "ymd", "2026-10-13"],
    ["12 Nov 2026", "mdy", "2026-11-12"],
    ["24-11-26", "dmy", "2026-11-24"],
  ] as const)("%s as %s is %s", (text, order, date) => {
    expect(civilFrom(text, order)).toBe(date);
  });

  test.each([
    ["13/10/2026 10:06", { when: "2026-10-13T10:06", about: false }],
    ["2026-10-13T10:06:59", { when: "2026-10-13T10:06:59", about: false }],
    ["13/10/2026, 1:06 pm", { when: "2026-10-13T13:06", about: false }],
    ["13/10/2026 12:30 AM", { when: "2026-10-13T00:30", about: false }],
    ["13/10/2026", { when: "2026-10-13T12:00", about: true }],
    ["12 Nov 2026 14h30", { when: "2026-11-12T14:30", about: false }],
    ["12/11/2026 2:30 pm", { when: "2026-11-12T14:30", about: false }],
    ["last week", { when: "last week", about: false }],
  ])("%s", (text, wall) => {
    expect(wallFrom(text, "dmy")).toEqual(wall);
  });

  test("the order is told by a day beyond twelve, else nobody knows", () => {
    expect(guessDates(["01/02/2026", "13/02/2026"])).toBe("dmy");
    expect(guessDates(["01/13/2026"])).toBe("mdy");
    expect(guessDates(["2026-01-02"])).toBe("ymd");
    expect(guessDates(["01/02/2026"])).toBeNull();
  });

  test("what could be read two ways is asked, with both readings, unless the list tells", () => {
    expect(unclearDate(["soon", "12/11/2026"])).toEqual({ text: "12/11/2026", dmy: "12 Nov 2026", mdy: "11 Dec 2026" });
    expect(unclearDate(["12/11/2026", "13/11/2026"])).toBeNull();
    expect(unclearDate(["12 Nov 2026", "11/11/2026"])).toBeNull();
    expect(describeReading("12/11/2026 14h30", "dmy", null)).toBe("Read as 12 Nov 2026, 14:30");
    expect(describeReading("soon", "dmy", null)).toBeNull();
  });
});

describe("columns and words", () => {
  test("headers are known however they are written, and none twice", () => {
    const { columns } = guessMapping(["KLIËNT_NAAM", "Client", "IC3", "CAS No.", "zzz"], houseLaw);
    expect(columns).toEqual(["client.name", null, "references.0.raw", "references.1.raw", null]);
    expect(fold(" Código-Ñ ")).toBe("codigo n");
  });

  test("a word is known by key, label, Afrikaans, or the person's answer", () => {
    const choose = choosing({ values: { risk: { purple: "high" } } }, houseLaw, {});
    expect(["high", "High risk", "HOOG", "Purple"].map((word) => choose("risk", word))).toEqual(Array(4).fill("high"));
    expect(choose("risk", "green")).toBeNull();
    expect(choose("pair", "South Africa to United States")).toBe("ZA-US");
  });

  test("an unknown kind of number is kept as another official number, with its word in the note", () => {
    const mapping = { ...guessMapping(["Reference type", "Reference"], houseLaw) };
    const by = {
      mapping,
      law: houseLaw,
      choose: choosing(mapping, houseLaw, {}),
      importId: crypto.randomUUID(),
      number: 3,
      today: "2026-11-24",
    };
    const built = buildRow(7, ["Voodoo file", "V-9"], by);
    expect(built.references[0]?.input).toMatchObject({ kind: "other", raw: "V-9", note: "In the list: Voodoo file" });
    expect(built.messages).toMatchObject([{ kind: "warning", field: "references.0.kind", was: "Voodoo file" }]);
    expect(built.form.client).toMatchObject({ pseudonym: "Import 3-7" });
    expect(built.form.id).toBe(caseIdOf(by.importId, 7));
  });

  test("a year that was guessed is told, and a date against the order of the list is not taken", () => {
    const headers = ["Opened on", "Incident date"];
    const mapping = {
      ...guessMapping(headers, houseLaw),
      columns: ["openedOn", "incidents.0.when"],
      dates: "dmy" as const,
    };
    const choose = choosing(mapping, houseLaw, {});
    const by = { mapping, law: houseLaw, choose, importId: crypto.randomUUID(), number: 3, today: "2026-11-24" };
    const built = buildRow(7, ["12 Nov", "10/13/2026 14:30"], by);
    expect(built.form).toMatchObject({ openedOn: "2026-11-12" });
    expect(built.messages).toMatchObject([
      { kind: "warning", field: "openedOn", text: expect.stringContaining("12 Nov 2026") },
      { kind: "error", field: "incidents.0.when", text: expect.stringContaining("only be month first") },
    ]);
  });
});
