import { currentLanguage, type Language } from "./messages";

/**
 * A table of labels that is on screens and in print: each entry is read in the language of the moment, not in that of
 * the start. `make` is called once for each language.
 */
export function labelTable<const T extends object>(make: () => T): T {
  const made = new Map<Language, T>();
  const now = (): T => {
    const language = currentLanguage();
    const table = made.get(language) ?? make();
    made.set(language, table);
    return table;
  };
  const table = now();
  const keys = Object.keys(table) as (keyof T)[];
  const shown = Array.isArray(table) ? [] : {};
  for (const key of keys) Object.defineProperty(shown, key, { enumerable: true, get: () => now()[key] });
  return shown as T;
}

/** What is said about something that never changes, such as a rule of the law: made once in each language. */
export function oncePerLanguage<About extends object, Said>(
  say: (about: About) => Said,
  languageNow: () => Language = currentLanguage,
): (about: About) => Said {
  const said = new WeakMap<About, Map<Language, Said>>();
  return (about) => {
    const language = languageNow();
    const before = said.get(about)?.get(language);
    if (before !== undefined) return before;
    const now = say(about);
    const known = said.get(about) ?? new Map<Language, Said>();
    said.set(about, known.set(language, now));
    return now;
  };
}
