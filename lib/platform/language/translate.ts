import { formatMessage } from "./format-message";
import { currentLanguage, type Language } from "./messages";
import { type MessagePart, parseMessage } from "./parse-message";

/** What stands in a message: nothing is written for null. */
export type Values = Record<string, string | number | null | undefined>;

/** What `t` and `rich` of one language stand on. The language is read at the first message. */
export function translator(language: () => Language) {
  const known = new Map<Language, Map<string, MessagePart[]>>();

  /** A message in the language of the moment, parsed once. */
  function piecesOf(message: string, values?: Readonly<Record<string, unknown>>): unknown[] {
    const now = language();
    const parsed = known.get(now) ?? new Map<string, MessagePart[]>();
    known.set(now, parsed);
    const parts = parsed.get(message) ?? parseMessage(now.messages[message] || message);
    parsed.set(message, parts);
    return formatMessage(parts, now.code, values);
  }

  function t(message: string, values?: Values): string {
    if (!values && !/['{<]/.test(message)) return language().messages[message] || message;
    return piecesOf(message, values).join("");
  }

  return { t, piecesOf };
}

const here = translator(currentLanguage);

/** A message in the language of this installation, in pieces, for `rich` and `plural`. */
export const piecesOf = here.piecesOf;

/**
 * What a screen says for an English message, in the language of this installation. The English text is the key.
 * @param message ICU MessageFormat: `Approved by {name}`, `{count, plural, one {# file} other {# files}}`. A literal, so
 * that `npm run messages` finds it
 */
export const t = here.t;
