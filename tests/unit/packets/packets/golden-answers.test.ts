import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { goldenFolder, readAnswers, readGoldenPages, readQuestions } from "@/tests/support/packet-answers";
import { isThere } from "@/tests/support/test-titles";

/** The golden packets of the stories and of the demonstration, read as their receivers read them. */
const questions = readQuestions();
const packets = readAnswers();

test("a packet of a case is read for every kind and in both directions", () => {
  const read = new Set(packets.map(({ kind, from, to }) => `${kind} ${from}-${to}`));
  expect([...read].toSorted()).toEqual(packetKindKeys.flatMap((kind) => [`${kind} US-ZA`, `${kind} ZA-US`]).toSorted());
});

describe.each(packets)("$name", ({ name, kind, answers }) => {
  const pages = readGoldenPages(name);
  const asked = questions.filter(({ of }) => of === "all" || of.includes(kind));

  test("every question of its kind has an answer, or what is missing is named", () => {
    expect(Object.keys(answers)).toEqual(asked.map(({ key }) => key));
  });

  test("each answer stands in these words on the page that is given", () => {
    const all = Object.entries(answers).flatMap(([key, given]) => given.map((one) => ({ key, ...one })));
    const elsewhere = all.filter(
      (one) => "words" in one && !readGoldenPages(name, one.letter)[one.page - 1]?.includes(one.words),
    );
    expect(elsewhere).toEqual([]);
  });

  test("whoever stops after the brief knows what is asked; the elements stand in the core, before the exhibits", () => {
    const exhibits = pages.findIndex((page) => /E-01 · page 1 of/.test(page)) + 1 || pages.length;
    const last = { brief: kind === "mla_dossier" ? 2 : exhibits, core: kind === "mla_dossier" ? 12 : exhibits };
    const late = asked.filter(({ key, in: part }) =>
      part === undefined ? false : answers[key]?.some((one) => "page" in one && one.page > last[part]),
    );
    expect(late).toEqual([]);
  });
});

const shown = z.union([
  z.strictObject({ test: z.string() }),
  z.strictObject({ golden: z.string(), words: z.string() }),
  z.strictObject({ golden: z.string(), never: z.string() }),
]);
const defects = z
  .array(z.strictObject({ defect: z.string(), shown: z.array(shown).min(1) }))
  .parse(parse(readFileSync(join(goldenFolder, "defects.yaml"), "utf8")));

test.each(defects)("$defect: a test or a golden page shows it mended", ({ shown: places }) => {
  const absent = places.filter((place) => {
    if ("test" in place) return !isThere(place.test);
    const pages = readGoldenPages(place.golden);
    if ("never" in place) return pages.some((page) => page.includes(place.never));
    return !pages.some((page) => page.includes(place.words));
  });
  expect(absent).toEqual([]);
});
