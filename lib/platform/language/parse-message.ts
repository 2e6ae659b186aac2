type Choice = "plural" | "selectordinal" | "select";

/** What a message is made of. `#` is the number of the plural around it. */
export type MessagePart =
  | string
  | { type: "#" }
  | { type: "value"; name: string }
  | { type: "tag"; name: string; inside: MessagePart[] }
  | { type: Choice; name: string; options: Map<string, MessagePart[]> };

/** Where a part of a message ends: at its own end, before the `}` of an option, or before the `</` of a tag. */
type Within = "message" | "option" | "tag";

/**
 * Reads a message once: `{name}`, `{n, plural, one {# file} other {# files}}` (also selectordinal and select, and `=0`
 * for an exact number), `<tags>`, and what stands between apostrophes as it is. This is the part of ICU MessageFormat
 * that messages are written in; a whole parser would be a tenth of the script that each page loads.
 * @throws where it is none
 */
export function parseMessage(message: string): MessagePart[] {
  let at = 0;

  /** What the pattern finds here, or its first group. */
  function take(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(message);
    if (!found) throw new SyntaxError(`This is no message, from its character ${at + 1}: ${message}`);
    at = pattern.lastIndex;
    return found[1] ?? found[0];
  }

  function partsOf(within: Within, isCounted: boolean): MessagePart[] {
    const parts: MessagePart[] = [];
    let text = "";
    const add = (part: MessagePart) => {
      if (text) parts.push(text);
      text = "";
      parts.push(part);
    };
    while (at < message.length) {
      text += take(/[^{}<#']*/y);
      const here = message[at];
      const next = message[at + 1] ?? "";
      if (here === undefined) break;
      if (here === "{") add(argument());
      else if (here === "}" && within !== "message") break;
      else if (here === "#" && isCounted) add({ type: take(/#/y) as "#" });
      else if (here === "<" && next === "/") break;
      else if (here === "<" && /[a-z]/i.test(next)) add(tag(isCounted));
      else if (here === "'" && (isCounted ? /['{}<>#]/ : /['{}<>]/).test(next)) text += quoted();
      else text += take(/./suy);
    }
    if (text) parts.push(text);
    return parts;
  }

  /** Two apostrophes are one; one alone begins what stands as it is, to the next one or to the end. */
  function quoted(): string {
    take(/'/y);
    if (message[at] === "'") return take(/'/y);
    const words = take(/(?:[^']|'')*/y).replaceAll("''", "'");
    take(/'?/y);
    return words;
  }

  function tag(isCounted: boolean): MessagePart {
    const name = take(/<([a-z][\w.-]*)>/iy);
    const inside = partsOf("tag", isCounted);
    if (take(/<\/([a-z][\w.-]*)>/iy) !== name) throw new SyntaxError(`<${name}> has no end: ${message}`);
    return { type: "tag", name, inside };
  }

  function argument(): MessagePart {
    const name = take(/\{\s*([^\s{}<>,'#|]+)\s*/y);
    if (take(/[},]/y) === "}") return { type: "value", name };
    const type = take(/\s*(plural|selectordinal|select)\s*,\s*/y) as Choice;
    const options = new Map<string, MessagePart[]>();
    while (message[at] !== "}") {
      const key = take(/(=\d+|[^\s{}<>,'#:=]+)\s*\{/y);
      options.set(key, partsOf("option", type !== "select"));
      take(/\}\s*/y);
    }
    take(/\}/y);
    if (!options.has("other")) throw new SyntaxError(`{${name}} has no form for all others: ${message}`);
    return { type, name, options };
  }

  const parts = partsOf("message", false);
  if (at < message.length) throw new SyntaxError(`A tag ends that never began: ${message}`);
  return parts;
}
