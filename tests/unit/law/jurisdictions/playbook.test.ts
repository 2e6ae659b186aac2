import { describe, expect, test } from "vitest";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { marks } from "@/lib/law/jurisdictions/types";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook ZA-US");

/** Every row of the ladder table in the product description, with the step or steps that it became. */
const rows: [row: string, steps: string[]][] = [
  ["emergency", ["emergency"]],
  ["safety and safe contact", ["safe-contact"]],
  ["preserve evidence", ["preserve-evidence"]],
  ["sworn statement", ["sworn-statement"]],
  ["report at the Community Service Centre", ["csc-report"]],
  ["refusal branch", ["refusal-branch"]],
  ["detective assigned", ["detective"]],
  ["DPCI (Hawks)", ["dpci"]],
  ["Crime Stop 08600 10111, MySAPS", ["crime-stop"]],
  ["protection order (PHA, or DVA)", ["protection-order"]],
  ["Information Regulator (POPIA)", ["information-regulator"]],
  ["Film and Publication Board", ["film-board"]],
  ["platform reports, one per platform and item", ["platform-reports"]],
  ["TAKE IT DOWN notice", ["take-it-down"]],
  ["StopNCII / Take It Down hash", ["stopncii"]],
  ["IC3 complaint", ["ic3"]],
  ["FBI tip", ["fbi-tip"]],
  ["US state protective order", ["state-protective-order"]],
  ["US local police report", ["us-police-report"]],
  ["provider preservation", ["preservation-request", "provider-preserves"]],
  ["INTERPOL: NCB Pretoria -> INTERPOL Washington", ["interpol", "interpol-washington"]],
  ["MLA under the treaty, letter of request -> DOJ OIA", ["mla-request", "oia"]],
  ["letter rogatory", ["letter-rogatory", "us-court"]],
  ["US federal case, 18 USC 875(c), 2261A", ["us-federal-case"]],
];

const drawn = playbook.levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]));

describe("every row of the ladder is a step with a source and a mark", () => {
  test.each(rows)("%s", (_, keys) => {
    for (const key of keys) {
      const step = playbook.steps[key];
      expect(step, key).toBeDefined();
      expect(drawn).toContain(key);
      expect(step?.guidance.length).toBeGreaterThanOrEqual(2);
      for (const source of step?.sources ?? []) {
        expect(source.checkedOn >= "2026-11-24", key).toBe(true);
        expect(source.marks.every((mark) => marks.includes(mark))).toBe(true);
      }
    }
  });

  test("and there is no step beyond them", () => {
    expect(Object.keys(playbook.steps).toSorted()).toEqual(rows.flatMap(([, keys]) => keys).toSorted());
  });
});

test("only officials may send over a bridge, and we never can", () => {
  const overBridges = playbook.levels.flatMap((level) =>
    level.rows.filter((row) => row.crossing?.kind === "bridge").flatMap((row) => [row.home, row.there]),
  );
  expect(overBridges).toHaveLength(8);
  for (const key of overBridges) expect(playbook.steps[key ?? ""]?.sendableByUs, key).toBe(false);
});

test("over a direct arrow the step there is one that we may send", () => {
  const direct = playbook.levels.flatMap((level) => level.rows.filter((row) => row.crossing?.kind === "direct"));
  expect(direct.length).toBeGreaterThan(5);
  for (const row of direct) expect(playbook.steps[row.there ?? ""]?.sendableByUs, row.there).toBe(true);
});

test("no step offers a remedy of law that is not in force", () => {
  for (const step of Object.values(playbook.steps)) {
    for (const clock of step.clocks) expect(houseLaw.clocks.find((c) => c.code === clock.code)?.enabled).toBe(true);
    expect(step.produces.document ?? "").not.toMatch(/s20|s21|s41|s42|s44/);
  }
});

test("a step that can tip off the subject says so", () => {
  for (const key of ["platform-reports", "take-it-down", "protection-order", "us-police-report", "mla-request"]) {
    expect(playbook.steps[key]?.notifiesSubject, key).toMatch(/subject|user/);
  }
});

test("every contact comes from the sources: no address that was not verified", () => {
  const station = houseLaw.agencies.find((agency) => agency.key === "saps_station");
  expect(station?.contacts.map((contact) => contact.value)).toEqual(["+27 12 393 1000"]);
  for (const key of ["ncb_pretoria", "oia", "ftc", "fpb", "civilian_secretariat"]) {
    expect(houseLaw.agencies.find((agency) => agency.key === key)?.contacts, key).toEqual([]);
  }
});

test("links go to the exact hosts that the sources name", () => {
  const hosts = houseLaw.agencies.flatMap((agency) => agency.contacts.flatMap((contact) => contact.href ?? []));
  expect(hosts.filter((href) => href.startsWith("https://")).toSorted()).toEqual([
    "https://eservices.inforegulator.org.za/",
    "https://stopncii.org",
    "https://takeitdown.ncmec.org",
    "https://tips.fbi.gov",
    "https://www.ic3.gov",
  ]);
});
