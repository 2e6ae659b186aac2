import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { readFiles } from "@/lib/law/jurisdictions/read-files";
import { findTemplate, houseLaw } from "@/lib/law/jurisdictions/rules";
import { publishedSchemas } from "@/lib/operations/demo/published-schemas";
import { readStories } from "@/lib/operations/demo/read-stories";

const stories = readStories();
const files = readFiles("lib/operations/demo/data");
const published = publishedSchemas();

test("the published schemas are those of the code", () => {
  expect(readdirSync("docs/demo").toSorted()).toEqual(Object.keys(published).map((name) => `${name}.schema.json`));
  for (const [name, schema] of Object.entries(published))
    expect(JSON.parse(readFileSync(`docs/demo/${name}.schema.json`, "utf8")), "run npm run law").toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
});

test.each(files.filter(({ place }) => place !== "parts"))(
  "$place is what the schema in its first line says",
  (dataFile) => {
    const head = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(dataFile.file, "utf8"))?.[1] ?? "";
    const check = new Ajv({ strict: false }).compile(published[basename(head, ".schema.json")] ?? false);
    expect(check(dataFile.data), JSON.stringify(check.errors?.slice(0, 3))).toBe(true);
  },
);

test("every story is of a case that is told, by a step, a paper and a platform that the law knows", () => {
  const told = stories.cases.map((story) => story.pseudonym);
  expect(new Set(told).size).toBe(told.length);
  const named = [...stories.charges, ...stories.packets, ...stories.releases, ...stories.referrals].map(
    (story) => story.pseudonym,
  );
  expect(named.filter((name) => !told.includes(name))).toEqual([]);
  const services = stories.services.map((service) => service.name);
  expect(stories.referrals.filter(({ to }) => !services.includes(to))).toEqual([]);
  const steps = new Set(houseLaw.playbooks.flatMap((playbook) => Object.keys(playbook.steps)));
  const strange = stories.cases.flatMap(({ acts, accounts }) => [
    ...acts.flatMap((act) => ("submit" in act && !steps.has(act.submit) ? [act.submit] : [])),
    ...acts.flatMap((act) => ("draft" in act && !findTemplate(act.draft) ? [act.draft] : [])),
    ...accounts.flatMap((account) =>
      houseLaw.platforms.some(({ key }) => key === account.platform) ? [] : [account.platform],
    ),
  ]);
  expect(strange).toEqual([]);
});
