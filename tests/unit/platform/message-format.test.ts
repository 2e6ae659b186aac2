import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { MessageFormat } from "@/lib/platform/language/message-format";

const catalogue = Object.keys(JSON.parse(readFileSync("messages/en.json", "utf8")) as Record<string, string>);

/** Every value there is, so that none is missing: a text, a number, nothing, and what stands for an element. */
function givenTo(message: string, count: number): Record<string, unknown> {
  const named = [...message.matchAll(/\{\s*([\w-]+)\s*([,}])/g)].map(([, name = "", end], at) => {
    const value = end === "," ? count : [`text ${at}`, count, null, { element: at }][at % 4];
    return [name, value] as const;
  });
  const tags = [...message.matchAll(/<([a-z]\w*)>/g)].map(
    ([, name = ""]) => [name, (words: unknown[]) => ({ tag: name, words })] as const,
  );
  return Object.fromEntries([...named, ...tags]);
}

const both = (message: string, language: string, given: Record<string, unknown>) => [
  new MessageFormat(message, language).format(given),
  new IntlMessageFormat(message, language).format(given as never),
];

describe("a message says what the library says", () => {
  test.each([0, 1, 2, 1_234])("each of the catalogue, with %i", (count) => {
    const wrong = catalogue.filter((message) => {
      const [ours, theirs] = both(message, "en", givenTo(message, count));
      return JSON.stringify(ours) !== JSON.stringify(theirs);
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ["it's a '{name}' and ''{name}''", "en"],
    ["'{' and '}' and '<b>' and <b>bold '#' {n}</b>", "en"],
    ["{n, plural, =0 {none} one {# thing} other {# '#' things of {name}}}", "en"],
    ["{n, plural, one {# rzecz} few {# rzeczy} many {# rzeczy} other {# rzeczy}}", "pl"],
    ["{name, select, a {first} other {<b>{n}</b>}}!", "de"],
    ["{n, plural, other {{name, select, a {# and a} other {# and {name}}}}}", "ar"],
    ["a < b, 3 <4 and #", "en"],
    ["", "en"],
  ])("%s", (message, language) => {
    for (const n of [0, 1, 3, 5, 22, 12_345.5]) {
      for (const name of ["a", "z", "", null]) {
        const given = { n, name, b: (words: unknown[]) => ({ b: words }) };
        const [ours, theirs] = both(message, language, given);
        expect(ours).toEqual(theirs);
      }
    }
  });

  test.each(["{n", "{n, plural, one {#}}", "<b>never closed", "{n, number}"])("%s is none", (message) => {
    expect(() => new MessageFormat(message, "en").format({ n: 1, b: String })).toThrow();
  });

  test("a value that was not given is an error", () => {
    expect(() => new MessageFormat("{name}", "en").format({})).toThrow("{name}");
  });
});
