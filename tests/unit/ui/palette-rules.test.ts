import { describe, expect, test } from "vitest";
import { caseOfPath, fits, groupsFor, moved } from "@/app/_shell/palette-rules";

const id = "01a214be-a22f-740f-a7c8-be5d5539c4ce";

test.each([
  [`/cases/${id}`, id],
  [`/cases/${id}/references/paste`, id],
  ["/cases/new", null],
  [`/clients/${id}`, null],
  [`/cases/${id}x`, null],
])("caseOfPath %s", (path, found) => {
  expect(caseOfPath(path)).toBe(found);
});

test.each([
  ["Record a number", "rec num", true],
  ["Record a number", "number record", true],
  ["Record a number", "umber", false],
  ["Record a number", "", true],
  ["Références", "réf", true],
])("fits %s by %j", (label, typed, yes) => {
  expect(fits(label, typed)).toBe(yes);
});

describe("groupsFor", () => {
  const line = (label: string) => ({ label, href: `/${label}`, note: "" });
  const answer = { cases: [line("Heron, CD-26-0001")], acts: [line("Record a number")] };
  test("puts acts, cases and pages in this order, and keeps what the server found whatever it is called", () => {
    const groups = groupsFor([line("References"), line("Cases")], answer, "re");
    expect(groups.map((group) => [group.name, group.lines.map((one) => one.label)])).toEqual([
      ["On this case", ["Record a number"]],
      ["Cases", ["Heron, CD-26-0001"]],
      ["Pages", ["References"]],
    ]);
    expect(groupsFor([line("Cases")], { cases: [], acts: [] }, "zz")).toEqual([]);
  });
});

test("moved goes round at both ends and stays inside", () => {
  expect([moved(2, "ArrowDown", 3), moved(0, "ArrowUp", 3), moved(1, "Home", 3), moved(0, "End", 3)]).toEqual([
    0, 2, 0, 2,
  ]);
  expect([moved(0, "ArrowDown", 0), moved(9, "x", 3)]).toEqual([0, 2]);
});
