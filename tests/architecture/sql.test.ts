import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const filesOf = (folder: string) =>
  globSync(`db/sql/${folder}/*/*.sql`).map((path) => {
    const [schema = "", file = ""] = path.split(/[\\/]/).slice(-2);
    return { path, name: `${schema}.${file.replace(/\.sql$/, "")}`, text: readFileSync(path, "utf8") };
  });

test("a file of db/sql says what it is named after, and nothing else is said twice", () => {
  const functions = filesOf("functions");
  expect(functions.length).toBeGreaterThan(150);
  for (const { path, name, text } of functions)
    expect(
      [...text.matchAll(/^create function ([\w.]+)\(/gm)].map(([, made]) => made),
      path,
    ).toEqual([name]);
  for (const folder of ["policies", "triggers"]) {
    const files = filesOf(folder);
    expect(files.length).toBeGreaterThan(90);
    for (const { path, name, text } of files) {
      const on = text.matchAll(/^(?:create policy \w+ on|alter table|create trigger [^;]*? on) ([\w."]+)\s/gm);
      const tables = new Set([...on].map(([, table]) => table?.replaceAll('"', "")));
      expect([...tables], path).toEqual([name]);
    }
  }
  const made = (verb: string) => new RegExp(`^create ${verb} `, "m");
  for (const { path, text } of functions) expect(made("(policy|trigger|or replace)").test(text), path).toBe(false);
});

test("a policy by which a job gets nothing does not give it the rows of whoever has access", () => {
  const branch = /^\s*(\(select ctx\.role\(\)[^\n]*)\n\s*or exists \(select from app\.case_access/gm;
  const wide = "(select ctx.role() in ('supervisor', 'service'))";
  const named = /ctx\.role\(\) in \('caseworker', 'supervisor'\)/;
  const found = filesOf("policies").flatMap(({ path, text }) =>
    text
      .split(/^create policy /m)
      .filter((policy) => !named.test(policy))
      .flatMap((policy) => [...policy.matchAll(branch)].map(([, before = ""]) => ({ path, before }))),
  );
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ before }) => before !== wide)).toEqual([]);
});
