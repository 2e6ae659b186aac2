import { describe, expect, test } from "vitest";
import { reportBodies, stopGuides } from "@/lib/casework/minors-stop/rules";
import { brokenLaw } from "@/lib/law/jurisdictions/check-law";
import { findPlaybook, houseLaw, newestPlaybooks } from "@/lib/law/jurisdictions/rules";

const playbook = (pair: string) => {
  const found = findPlaybook(pair);
  if (!found) throw new Error(`no playbook ${pair}`);
  return found;
};
const bodies = (pair: string) => reportBodies(playbook(pair), houseLaw).map((route) => route.agency);

describe("the routes of a hard stop", () => {
  test.each(["ZA-US", "US-ZA"])(
    "%s names the bodies of both countries and the worldwide service, each once",
    (pair) => {
      const found = bodies(pair);
      expect(found).toEqual(expect.arrayContaining(["saps_fcs", "saps_station", "fpb", "ncmec", "take_it_down"]));
      expect(new Set(found).size).toBe(found.length);
    },
  );

  test("the country where the client lives comes first", () => {
    expect(bodies("ZA-US")[0]).toBe("saps_fcs");
    expect(bodies("US-ZA")[0]).toBe("ncmec");
  });

  test("a pair of other countries sees only what holds everywhere", () => {
    const [any] = newestPlaybooks();
    if (!any) throw new Error("no playbook");
    const elsewhere = { ...any, home: { ...any.home, code: "XA" }, there: { ...any.there, code: "XB" } };
    expect(reportBodies(elsewhere, houseLaw).map((route) => route.agency)).toEqual(["take_it_down", "platform"]);
  });

  test("every route and fact carries a source with its mark and its date, and a kind of number that exists", () => {
    for (const guide of stopGuides(playbook("ZA-US"), houseLaw)) {
      for (const route of guide.routes) {
        expect(route.sources.length).toBeGreaterThan(0);
        expect(route.references.length).toBeGreaterThan(0);
      }
      for (const source of [...guide.routes, ...guide.facts].flatMap((statement) => statement.sources)) {
        expect(source.marks.length).toBeGreaterThan(0);
        expect(source.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    }
  });

  test("a route to a body or a number that is not in the law stops the start", () => {
    const [note] = houseLaw.notes.filter((candidate) => candidate.topic === "image_of_minor");
    const [route] = note?.routes ?? [];
    if (!note || !route) throw new Error("no note");
    const lost = { ...note, key: "lost", routes: [{ ...route, agency: "nobody", references: ["nothing"] }] };
    expect(brokenLaw({ ...houseLaw, notes: [...houseLaw.notes, lost] })).toEqual([
      "note lost: no agency nobody",
      "note lost: no reference kind nothing",
    ]);
  });
});
