import { globSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ClockMarks, KindLegend, WeakLegend } from "@/app/(work)/_components/clock-marks";
import { LawSources, SourceMarks } from "@/app/(work)/_components/law-sources";
import { clockKindMeanings, gradeWords, sourceNote } from "@/lib/law/jurisdictions/labels";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { type ClockKind, marks } from "@/lib/law/jurisdictions/types";

/** A letter that stands alone: a mark of a source or the kind of a clock. */
const letter = /(?<![\w’'])(?:V2|[VSGCLPD])(?![\w’'])/;
const kinds = Object.keys(clockKindMeanings) as ClockKind[];
const sources = marks.map((mark) => ({
  text: "what it says",
  source: "where",
  marks: [mark],
  checkedOn: "2026-11-24",
}));
const textOf = (node: React.ReactNode) => renderToStaticMarkup(node).replace(/<[^>]*>/g, " ");

describe("who set a time limit and how well a source was read is said in words on screens", () => {
  test("by the pieces that draw it", () => {
    const drawn = [
      ...kinds.map((kind) => textOf(<ClockMarks kind={kind} sources={sources} />)),
      textOf(<KindLegend />),
      textOf(<WeakLegend />),
      ...marks.map((mark) => textOf(<SourceMarks marks={[mark]} />)),
      textOf(<LawSources sources={sources} />),
      ...sources.map(sourceNote),
      ...Object.values(clockKindMeanings),
    ];
    for (const text of drawn) {
      expect(text).toMatch(/[a-z]{3}/);
      expect(text).not.toMatch(letter);
    }
  });

  test("for every grade in the checklists", () => {
    const grades = new Set(
      Object.values(houseLaw.checklists).flatMap((lists) =>
        lists.flatMap(({ lines }) => lines.map(({ mark }) => mark)),
      ),
    );
    expect(grades.size).toBeGreaterThan(5);
    for (const grade of grades) {
      expect(gradeWords(grade), grade).toMatch(/[a-z]{3}/);
      expect(gradeWords(grade), grade).not.toMatch(letter);
    }
    expect(gradeWords("V model, G C")).toBe(
      "In part: read in the primary text; general knowledge, no source read. Not confirmed: check before you rely on it.",
    );
  });

  test("and no page, label or rule writes a letter itself", () => {
    const print = /^(?:app\/\(dev\)|lib\/(?:platform|packets\/packets|handover\/handovers\/commands))\//;
    const files = globSync("{app,lib}/**/*.{ts,tsx}").filter((path) => !print.test(path));
    expect(files.length).toBeGreaterThan(1_500);
    const found = files.flatMap((path) => {
      const code = readFileSync(path, "utf8").replace(/^\s*(?:\/\*\*?|\*|\/\/).*$/gm, "");
      return writes.flatMap((pattern) => [...code.matchAll(pattern)].map(([text]) => `${path}: ${text.trim()}`));
    });
    expect(found).toEqual([]);
  });
});

const writes = [
  // `(D)`, `(D, our default)`, `[G C]` in words
  /(?<=[\s"`>])[[(](?:V2|[VSGCLPD])[\]),:; ]/g,
  // `D, our default`
  /["`](?:V2|[VSGCLPD])[,:] /g,
  // `(${clock.kind})`, `[${mark}]` in a sentence
  /(?<=[\s"`>])[([]\$?\{(?:\w+\.)*(?:kind|mark)\}/g,
  // `{mark}`, `{kind}`, `{source.marks.join(", ")}` between tags
  /(?<=[>}\s])\{(?:\w+\.)*(?:mark\}|kind\}|marks\.join\()/g,
  // `${mark}: meaning`
  /\$\{(?:\w+\.)*mark\}:/g,
];
