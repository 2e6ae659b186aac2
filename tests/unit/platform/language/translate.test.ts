import { expect, test } from "vitest";
import { oncePerLanguage } from "@/lib/platform/language/label-table";
import { readLanguage } from "@/lib/platform/language/messages";
import { translator } from "@/lib/platform/language/translate";
import { isWritten, written } from "@/lib/platform/language/written";

const { t } = translator(() => readLanguage("en", () => ""));
const inLanguage = (code: string, messages: Record<string, string>) =>
  translator(() => readLanguage(code, (path) => (path === `messages/${code}.json` ? JSON.stringify(messages) : ""))).t;

const afrikaansOf = (messages: Record<string, string>) => readLanguage("af", () => JSON.stringify(messages));

test("a message is shown in the language of the installation, and in English where it is not translated", () => {
  const afrikaans = inLanguage("af", { "Open a case": "Maak ’n saak oop", "Approved by {name}": "", Save: "Stoor" });
  expect(afrikaans("Open a case")).toBe("Maak ’n saak oop");
  expect(afrikaans("Save")).toBe("Stoor");
  expect(afrikaans("Approved by {name}", { name: "T. Fictional" })).toBe("Approved by T. Fictional");
  expect(afrikaans("Never collected")).toBe("Never collected");
});

test("a language with more forms of the plural than English has them all", () => {
  const files = "{count, plural, one {# file} other {# files}}";
  const polish = inLanguage("pl", {
    [files]: "{count, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}",
  });
  expect([1, 3, 5, 22].map((count) => polish(files, { count }))).toEqual(["1 plik", "3 pliki", "5 plików", "22 pliki"]);
});

test("what is written for others is English, while screens go on in their own language", async () => {
  const { t: say } = translator(() => (isWritten() ? readLanguage("en", () => "") : afrikaansOf({ Save: "Stoor" })));
  const later = written(async () => {
    await Promise.resolve();
    return say("Save");
  });
  expect([say("Save"), await later, say("Save")]).toEqual(["Stoor", "Save", "Stoor"]);
});

test("what is said about a rule is made once in each language, and never heard in another", () => {
  const languages = { screen: afrikaansOf({ Save: "Stoor" }), paper: readLanguage("en", () => "") };
  const now = () => (isWritten() ? languages.paper : languages.screen);
  const { t: say } = translator(now);
  let made = 0;
  const words = oncePerLanguage(({ amount }: { amount: number }) => {
    made += 1;
    return `${say("Save")} ${amount} ${made}`;
  }, now);
  const first = { amount: 5 };
  const second = { amount: 6 };
  const heard = () => [words(first), written(() => words(first)), words(second)];
  expect(heard()).toEqual(["Stoor 5 1", "Save 5 2", "Stoor 6 3"]);
  expect(heard()).toEqual(["Stoor 5 1", "Save 5 2", "Stoor 6 3"]);
});

test("what somebody typed is a value, never a message", () => {
  const typed = "{name} <b>’'{ {count, plural, other {";
  expect(t("Note: {typed}", { typed })).toBe(`Note: ${typed}`);
});

test("no value writes nothing, and a missing one is a fault", () => {
  expect(t("Version {version}{end}", { version: 2, end: null })).toBe("Version 2");
  expect(() => t("Version {version}", {})).toThrow(/version/);
});

test.each(["../secrets", "af/../../x", "en.json", "a b"])("%j is no language, and no file is read for it", (code) => {
  const read = () => {
    throw new Error("a file was read");
  };
  expect(() => readLanguage(code, read)).toThrow("UI_LANGUAGE must be a language code");
});

test.each([undefined, "", "en"])("%j is English, which needs no file", (code) => {
  expect(readLanguage(code, () => "no JSON")).toEqual({ code: "en", messages: {} });
});

test.each([
  [
    "no file",
    () => {
      throw new Error("ENOENT");
    },
  ],
  ["no JSON", () => "Stoor"],
])("a language with %s says which file, and what writes it", (_, read) => {
  expect(() => readLanguage("af", read)).toThrow(/^messages\/af\.json cannot be read\. "npm run messages -- af"/);
});
