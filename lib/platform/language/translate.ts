import { IntlMessageFormat } from "intl-messageformat";
import { currentLanguage } from "./messages";

export type Values = Record<string, string | number>;

const formats = new Map<string, IntlMessageFormat>();

/** The parsed form of a message in the language of this installation; parsed once. */
export function formatOf(message: string): IntlMessageFormat {
  const known = formats.get(message);
  if (known) return known;
  const { code, messages } = currentLanguage();
  const format = new IntlMessageFormat(messages[message] || message, code);
  formats.set(message, format);
  return format;
}

/**
 * What is shown for an English message, in the language of this installation. The English text is the key.
 * @param message ICU MessageFormat: `Approved by {name}`, `{count, plural, one {# file} other {# files}}`. A literal, so
 * that `npm run messages` finds it
 */
export function t(message: string, values?: Values): string {
  if (!values && !/['{<]/.test(message)) return currentLanguage().messages[message] || message;
  return String(formatOf(message).format(values));
}
