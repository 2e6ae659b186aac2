import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { actionWords } from "@/lib/kernel/audit/labels";
import { auditGroups, auditWords, groupWords, isPlain, refusals, whoActed } from "@/lib/kernel/audit/rules";

/** Every action that the sources name: the facts of the code, and what functions of the database append. */
function actionsInSources(): string[] {
  const facts = readFileSync("lib/kernel/access/audit-entry.ts", "utf8").matchAll(/"([a-z_]+\.[a-z_]+)"/g);
  const functions = globSync("db/sql/functions/**/*.sql");
  const appended = functions.flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/audit\.append(?:_seldom)?\('([a-z_]+\.[a-z_]+)'/g),
  ]);
  const links = functions.map((file) => readFileSync(file, "utf8")).join("\n");
  const events = [...links.matchAll(/note_first_link\(l, [^;]*?\)/g)].flatMap(([call]) => [
    ...call.matchAll(/'([a-z_]+)'/g),
  ]);
  const visits = [...links.matchAll(/note_client_page\(p, '([a-z_]+)'\)/g)].map(([, event]) => `client_page.${event}`);
  const ofLinks = events.map(([, event]) => `first_link.${event}`).filter((name) => name in actionWords);
  return [...new Set([...[...facts, ...appended].map(([, action]) => action ?? ""), ...ofLinks, ...visits])];
}

describe("what an entry says", () => {
  test("each action that exists has words of its own, or belongs to a group that has", () => {
    const actions = actionsInSources();
    expect(actions.length).toBeGreaterThan(150);
    const known: Record<string, string | undefined> = actionWords;
    expect(actions.filter((action) => !known[action] && !groupWords[action.split(".")[0] ?? ""])).toEqual([]);
  });

  test("each action belongs to a group of the filter", () => {
    const groups = actionsInSources().map((action) => action.split(".")[0] ?? "");
    expect([...new Set(groups)].filter((group) => !(group in auditGroups))).toEqual([]);
  });

  test("an action that nobody knows is read as it is written", () => {
    expect(auditWords("look.second_person_asked")).toBe("Emergency access: second person asked");
    expect(auditWords("moon.landed")).toBe("Moon landed");
  });

  test("what is taken for a refusal is named so in words", () => {
    const known = refusals.filter((refusal) => refusal in actionWords).map(auditWords);
    expect(known.length).toBeGreaterThan(3);
  });

  test("an entry in which somebody typed is told from one in which nobody did", () => {
    expect(isPlain({ role: "admin", seq: 4, to: null })).toBe(true);
    expect(isPlain({ role: "admin", reason: "typed" })).toBe(false);
    expect(isPlain({ from: { deep: "typed" } })).toBe(false);
  });
});

test.each([
  ["Thandi Example", "caseworker", "Thandi Example"],
  [null, "client", "The client"],
  [null, "service", "Crossdocket"],
])("%j as %s is called %s", (name, role, who) => {
  expect(whoActed(name, role)).toBe(who);
});
