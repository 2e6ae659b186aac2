import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { implies, isKept, limitsOf, settable, withImplied } from "@/lib/kernel/access/role-rules";
import { grants } from "@/lib/kernel/access/roles";
import { permissionGroups, permissionWords } from "@/lib/organisation/roles/labels";
import { lackedBy, limitedBy, noRules } from "@/lib/organisation/roles/rules";

describe("what may be set", () => {
  test("is only what the role has, and the same list in Postgres", () => {
    const sql = readFileSync("db/sql/functions/app/settable.sql", "utf8");
    for (const role of ["caseworker", "supervisor"] as const) {
      const has: readonly string[] = grants[role];
      expect(settable[role].filter((permission) => !has.includes(permission))).toEqual([]);
      const listed = new RegExp(`when '${role}' then array\\[([^\\]]*)\\]`).exec(sql)?.[1] ?? "";
      expect(listed.split(",").map((one) => one.trim().replaceAll("'", ""))).toEqual([...settable[role]]);
    }
  });

  test("leaves out the duties of a second person, the log, and all that an administrator does", () => {
    const set: readonly string[] = Object.values(settable).flat();
    const duties = ["access.decide", "packet.decide", "rights.decide", "record.erase", "export.release"];
    for (const permission of [...duties, "roles.decide", "audit.read", "people.write", "roles.write", "own.security"])
      expect(set).not.toContain(permission);
  });

  test("has words, and each stands in one group of the table", () => {
    const all = permissionGroups.flatMap(({ of }) => of);
    expect(all.toSorted()).toEqual(Object.keys(permissionWords).toSorted());
    expect(new Set(all).size).toBe(all.length);
  });

  test("takes along what goes with it, all in one step", () => {
    for (const permission of Object.keys(implies) as (keyof typeof implies)[]) {
      const once = withImplied([permission]);
      expect(withImplied(once)).toEqual(once);
    }
  });
});

describe("the rules of a role of our own", () => {
  const taken = (...list: (typeof noRules)["taken"]) => ({ ...noRules, taken: list });

  test("add to those of its base, unless it keeps what the base lost", () => {
    const base = taken("case.open");
    expect(lackedBy("caseworker", base, taken("rights.write"))).toEqual(["case.open", "rights.write"]);
    expect(lackedBy("caseworker", base, { ...taken("rights.write"), given: ["case.open"] })).toEqual(["rights.write"]);
  });

  test("never give what is beyond the ceiling of the base", () => {
    expect(lackedBy("supervisor", taken("field.contact", "case.export"))).toEqual(["case.export"]);
  });

  test("are as strict as the stricter of the two", () => {
    const own = { ownOnly: true, openOnly: false, maxDays: 90 };
    expect(limitedBy({ ownOnly: false, openOnly: true, maxDays: 30 }, own)).toEqual({
      ownOnly: true,
      openOnly: true,
      maxDays: 30,
    });
    expect(limitedBy(noRules)).toEqual({ ownOnly: false, openOnly: false, maxDays: null });
  });
});

test("what stands in the context is read as conditions and as places that stay sealed", () => {
  expect(limitsOf(["own", "days=30", "case.open"])).toEqual({ ownOnly: true, openOnly: false, maxDays: 30 });
  expect(limitsOf(undefined)).toEqual({ ownOnly: false, openOnly: false, maxDays: null });
  expect(isKept(["field.contact"], { table: "clients", column: "address" })).toBe(true);
  expect(isKept(["field.contact"], { table: "clients", column: "safe_contact" })).toBe(false);
  expect(isKept([], { table: "clients", column: "address" })).toBe(false);
});
