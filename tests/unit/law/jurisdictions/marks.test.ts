import { describe, expect, test } from "vitest";
import { readFiles } from "@/lib/law/jurisdictions/read-files";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import type { Mark } from "@/lib/law/jurisdictions/types";
import { highestMark, isTooHigh } from "@/tests/unit/law/jurisdictions/source-kinds";

type Marked = { source: string; marks: readonly (Mark | { mark: Mark })[] };

/** Every source with marks, wherever it stands in the law. */
function marked(value: unknown): Marked[] {
  if (Array.isArray(value)) return value.flatMap(marked);
  if (!value || typeof value !== "object") return [];
  const own = "source" in value && "marks" in value && Array.isArray(value.marks) ? [value as Marked] : [];
  return [...own, ...Object.values(value).flatMap(marked)];
}

const all = marked(houseLaw);

describe("no mark is higher than its source", () => {
  test.each([
    ["18 USC 1343, govinfo.gov", "V"],
    ["Proclamation R42 of 2021", "V"],
    ["Counterman v. Colorado, 600 U.S. 66 (2023)", "V"],
    ["18 USC 875", "V2"],
    ["18 USC 875 (puryearlaw.com)", "V2"],
    ["Cybercrimes Act 19 of 2020 s 19 (acts.co.za)", "V2"],
    ["Civilian Secretariat Regulations 2016, reg 17 (GN 1389; acts.co.za)", "V2"],
    ["ic3.gov copy", "V2"],
    ["SAPS National Instruction 3 of 2011 para 2, as quoted in Servamus", "V2"],
    ["Reporting guide", "S"],
    ["General knowledge", "G"],
    ["ICCMA ss 7-8; located at derechos.org, not read", "V2"],
    ["Our own rule", "G"],
  ])("%s bears at most %s", (source, height) => {
    expect(highestMark(source)).toBe(height);
  });

  test("of everything that the law says", () => {
    const high = all.flatMap(({ source, marks }) => {
      const over = marks
        .map((mark) => (typeof mark === "string" ? mark : mark.mark))
        .filter((m) => isTooHigh(m, source));
      return over.length > 0 ? [`${over.join(" ")}: ${source}`] : [];
    });
    expect(all.length).toBeGreaterThan(1000);
    expect([...new Set(high)]).toEqual([]);
  });
});

/** A fact of law as it stands in a file: of a source, a line of a checklist, or words that a packet prints. */
type Entry = { at: string; source: string; marks: string; checkedOn: unknown };

/**
 * Every entry of the files that bears a mark. The lines of a checklist share its day. What the product says of itself
 * (D, or words without a mark) is no law.
 */
function entries(value: unknown, at: string, day?: unknown): Entry[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => entries(one, `${at}/${i}`, day));
  if (!value || typeof value !== "object") return [];
  const { marks, ...entry } = value as Record<string, unknown>;
  const given = Array.isArray(marks)
    ? marks.map((mark) => mark?.mark ?? mark).join(" ")
    : "rule" in entry
      ? entry.mark
      : "";
  const isLaw = typeof given === "string" && given !== "D" && given !== "";
  return [
    ...(isLaw
      ? [{ at, source: String(entry.source ?? entry.from ?? ""), marks: given, checkedOn: entry.checkedOn ?? day }]
      : []),
    ...Object.entries(entry).flatMap(([key, one]) =>
      entries(one, `${at}/${key}`, key === "lines" ? entry.checkedOn : undefined),
    ),
  ];
}

const written = readFiles("lib/law/jurisdictions/data").flatMap(({ place, data }) => entries(data, place));

describe("of every entry of the files", () => {
  test("source, mark and day are there", () => {
    const bare = written.filter(
      ({ source, marks, checkedOn }) =>
        source.length < 3 || !/\b(V2?|S|G|C)\b/.test(marks) || !/^\d{4}-\d\d-\d\d$/.test(String(checkedOn)),
    );
    expect(written.length).toBeGreaterThan(1200);
    expect(bare.map(({ at }) => at)).toEqual([]);
  });

  test("no mark is higher than the source", () => {
    const high = written.filter(({ source, marks }) =>
      (marks.match(/\b(V2|V|S|G|C)\b/g) ?? []).some((mark) => isTooHigh(mark as Mark, source)),
    );
    expect(high.map(({ at, marks, source }) => `${at}: ${marks}: ${source}`)).toEqual([]);
  });
});

/** Words that mean something only to whoever compiled the law. */
const internal = /open point|domain reference|of the reference\b|\bpeers \d/i;

test("every source means something to a reader outside", () => {
  expect([...new Set(all.map(({ source }) => source).filter((source) => internal.test(source)))]).toEqual([]);
});

test("so does what the words of a packet rest on", () => {
  const files = readFiles("lib/law/jurisdictions/data").filter(({ place }) => place.endsWith("/packets"));
  const words = files.flatMap(({ data }) => Object.values((data as { words: Record<string, { from: string }> }).words));
  expect(words.length).toBeGreaterThan(50);
  expect(words.map(({ from }) => from).filter((from) => internal.test(from))).toEqual([]);
});
