import { IntlMessageFormat } from "intl-messageformat";
import { formatters } from "./formats";
import { currentLanguage, type Language } from "./messages";

/** What stands in a message: nothing is written for null. */
export type Values = Record<string, string | number | null | undefined>;

/** What `t` and `rich` of one language stand on. The language is read at the first message. */
export function translator(language: () => Language) {
  const formats = new Map<Language, Map<string, IntlMessageFormat>>();

  /** A message in the language of the moment, parsed once. */
  function formatOf(message: string): IntlMessageFormat {
    const now = language();
    const parsed = formats.get(now) ?? new Map<string, IntlMessageFormat>();
    formats.set(now, parsed);
    const known = parsed.get(message);
    if (known) return known;
    const format = new IntlMessageFormat(now.messages[message] || message, now.code, undefined, { formatters });
    parsed.set(message, format);
    return format;
  }

  function t(message: string, values?: Values): string {
    if (!values && !/['{<]/.test(message)) return language().messages[message] || message;
    return String(formatOf(message).format(values));
  }

  return { t, formatOf };
}

const here = translator(currentLanguage);

/** A message in the language of this installation, for `rich`. */
export const formatOf = here.formatOf;

/**
 * What a screen says for an English message, in the language of this installation. The English text is the key.
 * @param message ICU MessageFormat: `Approved by {name}`, `{count, plural, one {# file} other {# files}}`. A literal, so
 * that `npm run messages` finds it
 */
export const t = here.t;
