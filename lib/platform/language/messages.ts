import { isWritten } from "./written";

/** The messages of one language: English to what is shown instead. What is missing or empty is shown in English. */
type Messages = Readonly<Record<string, string>>;

export type Language = { code: string; messages: Messages };

/** The id of the `<meta>` in which a page gives its messages to the browser. Not a script: Trusted Types refuse one that React makes. */
export const messagesElement = "messages";

const english: Language = { code: "en", messages: {} };

let current: Language | undefined;

/**
 * The language of this installation, read once: on the server from `messages/<UI_LANGUAGE>.json`, in a browser from the
 * page. English inside `written()`.
 * @throws where UI_LANGUAGE is no language code, or has no file
 */
export function currentLanguage(): Language {
  if (isWritten()) return english;
  current ??= typeof window === "undefined" ? readLanguage(process.env.UI_LANGUAGE, readFile) : readPage();
  return current;
}

/** What `<html lang>` says. */
export function pageLanguage(): string {
  const { code } = currentLanguage();
  return code === english.code ? "en-ZA" : code;
}

/** Those messages that browsers need, a fifth of all; null in English, which needs none. */
export function browserMessages(): Messages | null {
  const { code, messages } = currentLanguage();
  if (code === english.code) return null;
  inBrowsers ??= JSON.parse(readFile("messages/browser/keys.json")) as readonly string[];
  return Object.fromEntries(inBrowsers.flatMap((key) => (messages[key] ? [[key, messages[key]]] : [])));
}

let inBrowsers: readonly string[] | undefined;

/** The language of a code. `read` gives the text of its file. */
export function readLanguage(code: string | undefined, read: (path: string) => string): Language {
  if (!code || code === english.code) return english;
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(code)) {
    throw new Error("UI_LANGUAGE must be a language code such as af or pt-MZ.");
  }
  const path = `messages/${code}.json`;
  try {
    return { code, messages: JSON.parse(read(path)) as Messages };
  } catch (cause) {
    throw new Error(`${path} cannot be read. "npm run messages -- ${code}" writes it; UI_LANGUAGE names it.`, {
      cause,
    });
  }
}

/** Browsers load this module too, and have no files. */
const readFile = (path: string) => process.getBuiltinModule("node:fs").readFileSync(path, "utf8");

function readPage(): Language {
  const given = document.getElementById(messagesElement)?.getAttribute("content");
  return given ? { code: document.documentElement.lang, messages: JSON.parse(given) as Messages } : english;
}
