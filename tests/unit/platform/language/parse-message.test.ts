import { readFileSync } from "node:fs";
import fc from "fast-check";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { pseudoMessage } from "@/bin/support/pseudo-message.mjs";
import { formatMessage } from "@/lib/platform/language/format-message";
import { type MessagePart, parseMessage } from "@/lib/platform/language/parse-message";

type Values = Record<string, unknown>;

/** By the parser of all ICU MessageFormat, from which ours may not differ. */
function byOthers(message: string, code: string, values: Values): unknown[] {
  const made = new IntlMessageFormat(message, code).format(values as Record<string, string>);
  return Array.isArray(made) ? made : [made];
}

const byUs = (message: string, code: string, values: Values): unknown[] =>
  formatMessage(parseMessage(message), code, values);

/** A value for each name: a number where it is counted, and for a tag what keeps its words apart. */
function valuesFor(parts: readonly MessagePart[], count: number, values: Values = {}): Values {
  for (const part of parts) {
    if (typeof part === "string" || part.type === "#") continue;
    if (part.type === "value") values[part.name] ??= "{name} <b>’'#";
    else if (part.type === "tag") values[part.name] = (words: unknown[]) => ({ [part.name]: words });
    else values[part.name] = part.type === "select" ? [...part.options.keys()][0] : count;
    if (part.type === "tag") valuesFor(part.inside, count, values);
    if ("options" in part) for (const option of part.options.values()) valuesFor(option, count, values);
  }
  return values;
}

const catalogue = (code: string): string[] =>
  Object.values(JSON.parse(readFileSync(`messages/${code}.json`, "utf8")) as Record<string, string>);

describe("a message is read as a parser of all ICU MessageFormat reads it", () => {
  const english = catalogue("en");
  test.each([
    ["en", english],
    ["af", catalogue("af")],
    ["en-XA", english.map(pseudoMessage)],
  ])("each one of %s, for none, one, two and very many", (code, messages) => {
    expect(messages.length).toBeGreaterThan(5_000);
    const asked = messages.filter((message) => /['{}<#]/.test(message));
    const wrong = asked.filter((message) =>
      [0, 1, 2, 12_345.5].some((count) => {
        const values = valuesFor(parseMessage(message), count);
        return JSON.stringify(byUs(message, code, values)) !== JSON.stringify(byOthers(message, code, values));
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    "{n, plural, =0 {none} one {# file of {a}} other {{a}: # files}}",
    "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
    "{n, plural, one {<b>#</b> of {a, select, x {its # own} other {others}}} other {'#' is #}}",
    "{n,plural,one{1}other{#}} # stays",
    "It's {a}; that''s '{a}' and '<b>', it''s '{''}'.",
    "a < b > c } d, <b>in {a, select, y {why} other {<i>an <u>other</u></i>}} it</b>",
    "{ a }{a} <b></b>",
    "'{ to the end",
  ])("%s", (message) => {
    for (const code of ["en", "af", "pl", "ar"]) {
      for (const n of [0, 1, 2, 3, 5, 21, 1_000]) {
        const tag = (name: string) => (words: unknown[]) => ({ [name]: words });
        const values = { n, a: "x", b: tag("b"), i: tag("i"), u: tag("u") };
        expect(byUs(message, code, values)).toEqual(byOthers(message, code, values));
      }
    }
  });

  test("whatever text is put together, both read it alike or both refuse it", () => {
    const piece = fc.constantFrom("{a}", "{", "}", "<b>", "</b>", "<", ">", "'", "''", "#", " ", "x", "{n, plural, ");
    const more = fc.constantFrom("one {", "other {", "=1 {", "}}", "{n, plural, one {# x} other {# y}}", "</i>", ",");
    const values = { a: "A", n: 2, b: (words: unknown[]) => ({ b: words }) };
    const heard = (read: typeof byUs, message: string) => {
      try {
        return JSON.stringify(read(message, "en", values).filter((part) => part !== ""));
      } catch {
        return "refused";
      }
    };
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, more), { maxLength: 12 }), (pieces) => {
        const message = pieces.join("");
        expect(heard(byUs, message)).toBe(heard(byOthers, message));
      }),
      { numRuns: 5_000 },
    );
  });
});

test("a number, no value and an element in a message", () => {
  const element = { type: "a" };
  expect(byUs("{a}{b}{c}{d}", "en", { a: 0, b: null, c: undefined, d: element })).toEqual(["0", element]);
});

test.each(["{n, plural, one {#}}", "{n, number}", "{n, date, short}", "{n, plural, offset:1 other {#}}", "{", "</b>"])(
  "%s is no message here",
  (message) => {
    expect(() => parseMessage(message)).toThrow(SyntaxError);
  },
);
