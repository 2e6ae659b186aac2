import { describe, expect, test } from "vitest";
import { findReferences } from "@/lib/casework/references/rules";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { squeeze } from "@/lib/platform/text/text";
import { type CasRow, casRows, messagesToday as today } from "@/tests/support/cas-messages";
import { afrikaans } from "@/tests/unit/casework/references/messages/afrikaans";
import { english } from "@/tests/unit/casework/references/messages/english";
import { fifth } from "@/tests/unit/casework/references/messages/fifth";
import { fourth } from "@/tests/unit/casework/references/messages/fourth";
import { later } from "@/tests/unit/casework/references/messages/later";
import { misread } from "@/tests/unit/casework/references/messages/misread";
import { seventh, unread } from "@/tests/unit/casework/references/messages/seventh";
import { sixth } from "@/tests/unit/casework/references/messages/sixth";
import { sotho } from "@/tests/unit/casework/references/messages/sotho";
import { third } from "@/tests/unit/casework/references/messages/third";
import { xhosa } from "@/tests/unit/casework/references/messages/xhosa";
import { zulu } from "@/tests/unit/casework/references/messages/zulu";

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
const same = (value: string | null, other: string | null) => bare(value) === bare(other);

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
