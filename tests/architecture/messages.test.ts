import { globSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { browserModules } from "../../bin/support/browser-modules.mjs";
import { pseudoMessage } from "../../bin/support/pseudo-message.mjs";
import { readMessages } from "../../bin/support/read-messages.mjs";

const parse = (message: string) => new IntlMessageFormat(message, "en").getAst();

type Elements = ReturnType<typeof parse>;

/** What an element of a message is, by the number that the parser gives it. */
const TYPE = { literal: 0, select: 5, plural: 6, pound: 7, tag: 8 } as const;

const files = globSync("{app,lib}/**/*.{ts,tsx}").filter((path) => !path.startsWith("app/(dev)/"));
const read = files.map((path) => ({ path, ...readMessages(path, readFileSync(path, "utf8")) }));

/** The names of the values that a message wants. */
function wantedBy(elements: Elements, names = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.value);
    if (element.type === TYPE.tag) wantedBy(element.children, names);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) wantedBy(option.value, names);
    }
  }
  return names;
}

/** What a translation keeps of its English: each value, tag and choice, and how often a value or tag stands there. */
function shapeOf(elements: Elements): string[] {
  return elements
    .flatMap((element) => {
      if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
      if (element.type === TYPE.tag) return [`<${element.value}>`, ...shapeOf(element.children)];
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return [`{${element.value}}`];
      const options = Object.values(element.options).map(({ value }) => shapeOf(value).join());
      // How many forms a plural has is the language's matter; what one of them holds, all do.
      const kinds = element.type === TYPE.select ? Object.keys(element.options).sort().join() : "plural";
      return [`{${element.value}: ${kinds}: ${[...new Set(options)].join(" | ")}}`];
    })
    .sort();
}

const hasShape = ([english, text]: [string, string]): boolean =>
  shapeOf(parse(text)).join() === shapeOf(parse(english)).join();

function asksMore([english, text]: [string, string]): boolean {
  const given = wantedBy(parse(english));
  return text !== "" && [...wantedBy(parse(text))].some((name) => !given.has(name));
}

describe("what a screen says goes through the catalogue", () => {
  test("no text stands in markup, in attributes that people read, in errors or in labels", () => {
    expect(read.flatMap(({ bare }) => bare)).toEqual([]);
  });

  test("a message is a literal", () => {
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("a message can be parsed, and is given the values that it wants", () => {
    const wrong = read.flatMap(({ path, calls }) =>
      calls
        .filter(({ message, given }) => [...wantedBy(parse(message))].sort().join() !== given?.toSorted().join())
        .map(({ message, line }) => `${path}:${line}: ${message}`),
    );
    expect(wrong).toEqual([]);
  });

  test("the English catalogue has them all and nothing else: npm run messages", () => {
    const all = new Set(read.flatMap(({ calls }) => calls.map(({ message }) => message)));
    const kept = JSON.parse(readFileSync("messages/en.json", "utf8")) as Record<string, string>;
    expect(all.size).toBeGreaterThan(5_000);
    expect(Object.keys(kept).sort()).toEqual([...all].sort());
    expect(Object.entries(kept).filter(([message, shown]) => message !== shown)).toEqual([]);
  });

  test("a translation wants no value that English does not give", () => {
    const languages = globSync("messages/*.json").map((path) => readFileSync(path, "utf8"));
    const wrong = languages.flatMap((text) =>
      Object.entries(JSON.parse(text) as Record<string, string>).filter(asksMore),
    );
    expect(wrong).toEqual([]);
    expect(asksMore(["Approved by {name}", "Goedgekeur deur {naam}"])).toBe(true);
    expect(asksMore(["Approved by {name}", ""])).toBe(false);
  });

  test("browsers are sent the messages that they show: npm run messages", () => {
    const loaded = new Set(browserModules(files));
    const shown = new Set(
      read.flatMap(({ path, calls }) => (loaded.has(path) ? calls.map(({ message }) => message) : [])),
    );
    expect(JSON.parse(readFileSync("messages/browser/keys.json", "utf8"))).toEqual([...shown].sort());
  });

  test("Afrikaans is whole: each message, with the values, tags and choices of the English, and no blank lost", () => {
    const english = Object.keys(JSON.parse(readFileSync("messages/en.json", "utf8")) as Record<string, string>);
    const afrikaans = JSON.parse(readFileSync("messages/af.json", "utf8")) as Record<string, string>;
    const pairs = english.map((message) => [message, afrikaans[message] ?? ""] as [string, string]);
    const edges = (text: string) => [/^\s*/.exec(text)?.[0], /\s*$/.exec(text)?.[0]].join("|");
    expect(Object.keys(afrikaans)).toHaveLength(english.length);
    expect(pairs.filter(([, text]) => text === "").map(([message]) => message)).toEqual([]);
    expect(pairs.filter((pair) => !hasShape(pair))).toEqual([]);
    expect(pairs.filter(([message, text]) => edges(message) !== edges(text))).toEqual([]);
    expect(
      hasShape(["<a>{n, plural, one {# file of {x}} other {# files of {x}}}</a>", "<a>{n} lêers van {x}</a>"]),
    ).toBe(false);
  });

  test("the language that is made up is whole too, and longer", () => {
    const english = Object.keys(JSON.parse(readFileSync("messages/en.json", "utf8")) as Record<string, string>);
    const pairs = english.map((message) => [message, pseudoMessage(message)] as [string, string]);
    expect(pairs.filter((pair) => !hasShape(pair))).toEqual([]);
    expect(pseudoMessage("Approved by {name}")).toBe("⟦Áppróvéd bý láng {name}⟧");
  });

  test("numbers, lists, names of countries and the order of words are formatted in one place", () => {
    const ours = files.filter((path) => path !== "lib/platform/language/formats.ts" && !path.startsWith("lib/client/"));
    const elsewhere =
      /\bIntl\.(?:Collator|NumberFormat|ListFormat|DisplayNames|RelativeTimeFormat|PluralRules)\b|\.toLocale\w+\(/;
    expect(ours.filter((path) => elsewhere.test(readFileSync(path, "utf8")))).toEqual([]);
  });
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the source of planted files
describe("what would be found", () => {
  const bareIn = (source: string, path = "app/planted.tsx") => readMessages(path, source).bare.length;

  test.each([
    ["text in markup", "const x = <p>Hello there</p>;"],
    ["text in an attribute that is read out", 'const x = <button aria-label="Close it" />;'],
    ["a branch", 'const x = <p>{open ? "Open" : count}</p>;'],
    ["a fallback", 'const x = <Field label={given ?? "Name"} />;'],
    ["a template", "const x = <p>{`Case ${code} is closed`}</p>;"],
    ["the message of an error", 'throw new AppError("conflict", "It is closed.");'],
    ["the message at a field", 'throw new AppError("invalid", t("Look."), { name: "Type it." });'],
  ])("%s", (_, source) => {
    expect(bareIn(source)).toBe(1);
  });

  test("a label in a table of labels", () => {
    expect(bareIn('export const labels = { open: "Open now", kind: "icon" };', "lib/planted/labels.ts")).toBe(1);
  });

  test("a message that is put together, and not what goes through the catalogue", () => {
    expect(readMessages("app/planted.tsx", "t(`Case ${code}`)").problems).toHaveLength(1);
    expect(bareIn('const x = <p title={t("Case {code}", { code })}>{t("Open")} {plural(n, "file")}</p>;')).toBe(0);
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the source of planted files
