import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { onOneLine } from "@/app/_shell/on-one-line";
import { announcementOf, caseOfPath, fits, groupsFor, moved, toSearch } from "@/app/_shell/palette-rules";
import { actsOf } from "@/app/(work)/acts";

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

const nothing = { numbers: [], cases: [], acts: [], others: [], people: [] };

describe("groupsFor", () => {
  const line = (label: string) => ({ label, href: `/${label}`, note: "" });
  const named = (role: "caseworker" | "supervisor", typed: string) =>
    groupsFor({ pages: [line("Law")], acts: actsOf({ role }) }, nothing, typed).flatMap((group) =>
      group.lines.map(({ label }) => label),
    );

  test("puts new numbers, acts on the case, cases, pages, acts and people in this order, the search last", () => {
    const answer = {
      numbers: [line("Record CAS 77/11/2026 on Heron, CD-26-0001")],
      cases: [line("Heron, CD-26-0001")],
      acts: [{ ...line("Record a number"), words: "" }],
      others: [line("Raise a flag: Heron")],
      people: [line("Rea")],
    };
    const known = { pages: [line("References"), line("Cases")], acts: [{ label: "Reassign", words: "", href: "/a" }] };
    const groups = groupsFor(known, answer, "re");
    expect(groups.map((group) => [group.name, group.lines.map((line) => line.label)])).toEqual([
      ["New numbers", ["Record CAS 77/11/2026 on Heron, CD-26-0001"]],
      ["On this case", ["Record a number"]],
      ["Cases", ["Heron, CD-26-0001"]],
      ["Pages", ["References"]],
      ["Start", ["Reassign"]],
      ["On a case", ["Raise a flag: Heron"]],
      ["People", ["Rea"]],
      ["Everywhere", ["Look for “re” among numbers, cases and clients"]],
    ]);
  });

  test("a colleague who was found for fewer letters is no place to go for more", () => {
    const answer = { ...nothing, people: [line("Thandi Mokoena"), line("Thabo Nkosi")] };
    const people = (typed: string) =>
      groupsFor({ pages: [], acts: [] }, answer, typed)
        .filter((group) => group.name === "People")
        .flatMap((group) => group.lines.map(({ label }) => label));
    expect(people("Th")).toEqual(["Thandi Mokoena", "Thabo Nkosi"]);
    expect(people("Thabo")).toEqual(["Thabo Nkosi"]);
    expect(people("Thabong")).toEqual([]);
  });

  test.each([
    ["caseworker", "open a case", "Open a case"],
    ["caseworker", "new client", "Open a case"],
    ["caseworker", "take leave", "Time off and cover"],
    ["caseworker", "time off", "Time off and cover"],
    ["supervisor", "approve", "Approve packets"],
    ["supervisor", "bring in", "Import cases"],
  ] as const)("a %s who is on no case types %s and may begin it", (role, typed, found) => {
    expect(named(role, typed)[0]).toBe(found);
  });

  test("what a role may not do is not offered", () => {
    expect(named("caseworker", "approve")).toEqual(["Look for “approve” among numbers, cases and clients"]);
  });

  test("a name goes to the search, and reads the same whether somebody has it or not", () => {
    for (const typed of ["Sipho", "Nobody At All"]) {
      expect(groupsFor({ pages: [], acts: actsOf({ role: "caseworker" }) }, nothing, typed)).toEqual([
        {
          name: "Everywhere",
          lines: [{ label: `Look for “${typed}” among numbers, cases and clients`, href: toSearch, note: "Search" }],
        },
      ]);
    }
    expect(named("caseworker", `${"Our ref is below. ".repeat(20)}CAS 212/10/2026`)).toEqual([
      `Look for “${"Our ref is below. ".repeat(4).slice(0, 60)}…” among numbers, cases and clients`,
    ]);
    expect(named("caseworker", " ")).not.toContain("Look for “” among numbers, cases and clients");
  });
});

test("the lines of a pasted message do not run into each other", () => {
  expect(onOneLine("CAS 77/11/2026\r\n  Yeoville\n\nCall us")).toBe("CAS 77/11/2026 Yeoville Call us");
});

test("an act on the open case is found by its other words", () => {
  const act = { label: "Add evidence", words: "upload screenshot", href: "/x", note: "CD-26-0001" };
  const groups = groupsFor({ pages: [], acts: [] }, { ...nothing, acts: [act] }, "upload");
  expect(groups[0]).toEqual({
    name: "On this case",
    lines: [{ label: "Add evidence", href: "/x", note: "CD-26-0001" }],
  });
});

test("a search without an answer says so, and that nothing typed is lost", () => {
  expect(announcementOf(3, false, "nothing")).toEqual({ toAll: "", toReader: "3 to choose from" });
  expect(announcementOf(0, false, "nothing").toAll).toBe("Nothing matches. Try fewer words, or press Escape.");
  expect(announcementOf(0, true, "nothing").toAll).toBe("");
  expect(announcementOf(1, false, "looking").toAll).toBe("Looking");
  expect(announcementOf(1, false, "unanswered").toAll).toContain("What you typed is still here");
});

test("each act leads to a page that is there", () => {
  for (const { href } of actsOf({ role: "supervisor" })) {
    const page = `app/(work)${href.split("#")[0]}/page.tsx`;
    expect(existsSync(page), page).toBe(true);
  }
});

test("moved goes round at both ends and stays inside", () => {
  expect([moved(2, "ArrowDown", 3), moved(0, "ArrowUp", 3), moved(1, "Home", 3), moved(0, "End", 3)]).toEqual([
    0, 2, 0, 2,
  ]);
  expect([moved(0, "ArrowDown", 0), moved(9, "x", 3)]).toEqual([0, 2]);
});
