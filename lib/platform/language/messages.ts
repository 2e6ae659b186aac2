/** The messages of one language: English to what is shown instead. What is missing or empty is shown in English. */
export type Messages = Readonly<Record<string, string>>;

export type Language = { code: string; messages: Messages };

/** The id of the element in which a page hands its messages to the browser. English needs none. */
export const messagesElement = "messages";

const english: Language = { code: "en", messages: {} };

let current: Language | undefined;

/**
 * The language of this installation, read once: on the server from `messages/<UI_LANGUAGE>.json`, in a browser from the
 * page. It is one for the whole process, so that a label may be translated where it is declared.
 */
export function currentLanguage(): Language {
  current ??= typeof document === "undefined" ? readFile() : readPage();
  return current;
}

function readFile(): Language {
  const code = process.env.UI_LANGUAGE || english.code;
  if (code === english.code) return english;
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(code)) throw new Error("UI_LANGUAGE is not a language code such as af or pt-MZ.");
  const { readFileSync } = process.getBuiltinModule("node:fs");
  return { code, messages: JSON.parse(readFileSync(`messages/${code}.json`, "utf8")) as Messages };
}

function readPage(): Language {
  const held = document.getElementById(messagesElement)?.textContent;
  return held ? { code: document.documentElement.lang, messages: JSON.parse(held) as Messages } : english;
}
