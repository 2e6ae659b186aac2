import { describe, expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { squeeze } from "@/lib/platform/text/text";
import { findReferences } from "@/lib/references/rules";
import { type CasRow, casRows, messagesToday as today } from "../../support/cas-messages";
import { afrikaans } from "./messages/afrikaans";
import { english } from "./messages/english";
import { fifth } from "./messages/fifth";
import { fourth } from "./messages/fourth";
import { later } from "./messages/later";
import { misread } from "./messages/misread";
import { seventh, unread } from "./messages/seventh";
import { sixth } from "./messages/sixth";
import { sotho } from "./messages/sotho";
import { third } from "./messages/third";
import { xhosa } from "./messages/xhosa";
import { zulu } from "./messages/zulu";

const tables = { english, afrikaans, zulu, xhosa, sotho, misread, later, third, fourth, fifth, sixth, seventh };

/** The stations whose numbers the organisation has: those that the tables name without a doubt. */
const known = new Set(
  Object.values(tables)
    .flatMap(casRows)
    .flatMap(({ station, doubt }) => (station && !doubt ? [squeeze(station)] : [])),
);

function readCas(text: string, stations: ReadonlySet<string> | null = known): Omit<CasRow, "text"> {
  const [found] = findReferences(text, today, houseLaw, stations).filter(({ kind }) => kind === "cas");
  const number = found ? (found.canonical.split(" ").at(-1) ?? null) : null;
  return { number, station: found?.station ?? null, doubt: (found?.code ?? null) !== null };
}

test("there are two hundred, and six times two hundred that were written later", () => {
  const { later: second, third: next, fourth: more, fifth: other, sixth: fresh, seventh: last, ...first } = tables;
  expect(Object.values(first).flatMap(casRows)).toHaveLength(200);
  expect([second, next, more, other, fresh, last + unread].map((table) => casRows(table).length)).toEqual(
    Array(6).fill(200),
  );
});

describe.each(Object.entries(tables))("a CAS number in a message: %s", (_, table) => {
  test.each(casRows(table).map((row, at) => ({ at: at + 1, ...row })))(
    "$at $text",
    ({ text, number, station, doubt }) => {
      expect(readCas(text)).toEqual({ number, station, doubt });
    },
  );
});

test.each(casRows(unread))("what is not read is not misread: $text", ({ text, number, station }) => {
  const read = readCas(text);
  expect([null, number]).toContain(read.number);
  expect([null, station]).toContain(read.station);
  expect(read.number === null || read.doubt).toBe(true);
});

/** `saseManguzi` is Manguzi to who writes it, and Emanguzi on the list. */
const bare = (station: string | null) => squeeze(station ?? "").replace(/^e(?=manguzi)/i, "");
const same = (one: string | null, other: string | null) => bare(one) === bare(other);

describe.each(Object.entries({ fifth, sixth, seventh }))("with the list of police stations alone: %s", (_, table) => {
  const readings = casRows(table).map((row) => {
    const read = readCas(row.text, null);
    return { text: row.text, read, isRight: read.number === row.number && same(read.station, row.station) };
  });

  test("number and station are right in nineteen of twenty messages", () => {
    expect(readings.filter(({ isRight }) => isRight).length).toBeGreaterThanOrEqual(readings.length * 0.95);
  });

  test("what is wrong is shown with a doubt", () => {
    const sure = readings.filter(({ isRight, read }) => !isRight && read.number !== null && !read.doubt);
    expect(sure.map(({ text }) => text)).toEqual([]);
  });
});
