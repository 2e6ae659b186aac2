import { describe, expect, test } from "vitest";
import { plainOf, readText, safeName } from "@/lib/operations/exports/rules";

const id = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

describe("what leaves", () => {
  test("has no id of ours, however deep it stands", () => {
    const naming = (value: string) => (value === id ? "E-01" : null);
    const other = id.replace("0190", "0191");
    expect(
      plainOf({ a: id, b: [{ [id]: `see ${other}` }], at: new Date(0), hash: Buffer.from([255]) }, naming),
    ).toEqual({
      a: "E-01",
      b: [{ "E-01": "see (internal)" }],
      at: "1970-01-01T00:00:00.000Z",
      hash: "ff",
    });
  });

  test("text that was kept as JSON is given as such, and text stays text", () => {
    expect(readText('{"a":1}')).toEqual({ a: 1 });
    expect(readText("[sic] he said")).toBe("[sic] he said");
  });

  test("a name of a file leads nowhere", () => {
    expect(safeName("../../etc/pass wd")).toBe("_.._etc_pass wd");
    expect(safeName("..")).toBe("file");
  });
});
