import { ChatRefusal, charsetOf, linesOf, MAX_LINE } from "./child-chat-lines.mjs";
import { createOrderCount, readHeader, wallOf } from "./child-chat-stamp.mjs";
import { classify } from "./child-chat-words.mjs";

const NAME_MAX = 100;
const NAMES_MAX = 5000;
/** How often a name with a colon in it must come before what follows the first colon counts as part of it. */
const NAME_TIMES = 3;

/**
 * The messages of a WhatsApp text, from several walks over the same bytes: which order its dates are in and which names
 * hold a colon is known only at the end. @throws ChatRefusal no_messages, day_or_month_first (with an example)
 */
export function* readWhatsapp(bytes, { dateOrder, latestDay }, unreadable) {
  const charset = charsetOf(bytes);
  const found = survey(bytes, charset, latestDay);
  if (found.rows === 0) throw new ChatRefusal("no_messages");
  const order = dateOrder ?? found.order;
  if (!order) throw new ChatRefusal("day_or_month_first", found.example);
  yield* collect(bytes, charset, { order, latestDay, names: found.names, ending: found.ending }, unreadable);
}

/**
 * How the stamps of a file end: all alike, and its first line is one. In a message a person may write or paste another,
 * which begins nothing. Of a file whose beginning was cut off it is what most of them end with; null where there are none.
 */
function endingOf(bytes, charset) {
  const counts = new Map();
  let isFirst = true;
  for (const { text } of linesOf(bytes, charset)) {
    if (text.trim() === "") continue;
    const header = readHeader(text);
    if (header && !header.odd) {
      if (isFirst) return header.ending;
      counts.set(header.ending, (counts.get(header.ending) ?? 0) + 1);
    }
    isFirst = false;
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

function survey(bytes, charset, latestDay) {
  const ending = endingOf(bytes, charset);
  const count = createOrderCount(latestDay);
  const names = new Map();
  for (const { text } of linesOf(bytes, charset)) {
    const header = readHeader(text);
    if (!header || header.odd || header.ending !== ending) continue;
    count.add(header);
    noteName(names, header.rest);
  }
  const long = new Map();
  for (const [name, { times, second }] of names) if (second && times >= NAME_TIMES) long.set(name, second);
  return { rows: count.rows(), ...count.decide(), names: long, ending };
}

/** A name may hold ": ". It does when every line that begins with its first part goes on with the same second part. */
function noteName(names, rest) {
  const first = rest.indexOf(": ");
  if (first < 1 || first > NAME_MAX) return;
  const name = rest.slice(0, first);
  const next = rest.indexOf(": ", first + 2);
  const second = next > 0 && next <= NAME_MAX ? rest.slice(0, next) : null;
  const known = names.get(name);
  if (known) {
    known.times += 1;
    if (known.second !== second) known.second = null;
  } else if (names.size < NAMES_MAX) names.set(name, { times: 1, second });
}

function* collect(bytes, charset, { order, latestDay, names, ending }, unreadable) {
  let open = null;
  for (const { number, text, cut } of linesOf(bytes, charset)) {
    const header = readHeader(text);
    if (header?.ending === ending && !header.odd) {
      if (open) yield finish(open);
      const read = wallOf(header, order);
      // A day that has not come yet is a year of another calendar.
      const wall = read !== null && read.slice(0, 10) <= latestDay ? read : null;
      open = wall === null ? null : begin(header, { wall, line: number, names, cut });
      if (wall === null) unreadable(number);
    } else {
      // What looks like a stamp but is not one stays with the previous message, and is reported.
      if (header || (!open && text.trim() !== "")) unreadable(number);
      if (open) extend(open, text, cut);
    }
  }
  if (open) yield finish(open);
}

function begin(header, { wall, line, names, cut }) {
  const { sender, words } = splitName(header.rest, names);
  return { line, wall, stamp: header.stamp, sender, words, cut };
}

function splitName(rest, names) {
  const first = rest.indexOf(": ");
  const bare = first === -1 && rest.endsWith(":") ? rest.length - 1 : first;
  if (bare < 1 || bare > NAME_MAX) return { sender: null, words: rest };
  const sender = names.get(rest.slice(0, bare)) ?? rest.slice(0, bare);
  return { sender, words: rest.slice(sender.length + 2) };
}

function extend(open, text, cut) {
  const room = MAX_LINE - open.words.length;
  if (room > 0) open.words += `\n${text.slice(0, room)}`;
  if (cut || text.length > room) open.cut = true;
}

function finish({ line, wall, stamp, sender, words, cut }) {
  const seen = classify(words);
  const kind = sender === null && seen.kind === "text" ? "system" : seen.kind;
  return { line, at: null, wall, stamp, sender, kind, words: words.trimEnd(), media: seen.media, cut };
}
