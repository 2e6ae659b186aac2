import { isIP } from "node:net";

/** What servers add about the connection: a certificate, an account or a cipher names no address that they saw. */
const ABOUT_OTHER =
  /^(?:using|client|no client|authenticated|auth|envelope|version|cipher|smtp-?auth|may be forged|original mail)/i;
/** What the machine called itself, where the server put it into the parentheses (Exim, qmail, CommuniGate). */
const GREETING = /\b(?:helo|ehlo)\b\s{0,20}[=:]?\s{0,20}([^\s()]{1,255})/i;
const GREETINGS = /\b(?:helo|ehlo|ident|auth)\b\s{0,20}[=:]?\s{0,20}[^\s()]{0,255}/gi;

/**
 * One `Received` line: `from a (b [1.2.3.4]) by c with ESMTPS id x for y; date` (RFC 5321, 4.4). `a` is what the
 * sending machine claims about itself, in brackets or not, and is untrusted. What the receiving server saw is in the
 * parentheses it added; if a line has no known form, nothing counts as seen.
 */
export function readHop(value) {
  const { tokens, date } = tokensOf(value.slice(0, 4000));
  const isFrom = tokens[0]?.word?.toLowerCase() === "from";
  const greetingName = isFrom ? (tokens[1]?.word ?? null) : null;
  const clause = (name, from = 0) => {
    const at = tokens.findIndex(({ word }, index) => index >= from && word?.toLowerCase() === name);
    return { at, word: at === -1 ? null : (tokens[at + 1]?.word ?? null) };
  };
  const by = clause("by", isFrom ? 2 : 0);
  const comments = tokens.slice(0, by.at === -1 ? 0 : by.at).flatMap(({ comment }) => (isFrom && comment) || []);
  const isWeb = [clause("with").word, clause("via").word].some((word) => /^https?$/i.test(word ?? ""));
  return { ...seenIn(greetingName, comments, isWeb), by: by.word, with: clause("with").word, at: date };
}

function seenIn(greetingName, comments, isWeb) {
  const greeting = comments.map((comment) => GREETING.exec(comment)?.[1]).find((name) => name !== undefined);
  const seen = comments.filter((comment) => !ABOUT_OTHER.test(comment)).flatMap(addressOf);
  const addresses = new Set(seen.map(({ ip }) => ip));
  const outside = addressIn(greetingName ?? "");
  if (addresses.size > 1) return { claimed: greeting ?? greetingName, seenIp: null, seenName: null };
  if (addresses.size === 1) {
    const name = greeting === undefined ? seen[0].name : greetingName;
    return { claimed: greeting ?? greetingName, seenIp: seen[0].ip, seenName: nameOf(name) };
  }
  // Exim and CommuniGate name the address first and the greeting in the parentheses; a page has no greeting.
  if (outside !== null && greeting !== undefined) return { claimed: greeting, seenIp: outside, seenName: null };
  if (outside !== null && isWeb) return { claimed: null, seenIp: outside, seenName: null };
  return { claimed: greeting ?? greetingName, seenIp: null, seenName: null };
}

/** The address in the parentheses and, before it, the name that the server found for it. */
function addressOf(comment) {
  const text = comment.replace(GREETINGS, " ");
  const bracketed = [...text.matchAll(/(?<=^|\s)\[[^\]\s]{2,60}\](?=$|[\s:])/g)].findLast(
    ([word]) => addressIn(word) !== null,
  );
  if (bracketed) {
    const before = text.slice(0, bracketed.index).trim().split(/\s+/).at(-1) ?? "";
    const name = /may be forged/i.test(text) ? null : before.slice(before.lastIndexOf("@") + 1);
    return [{ ip: addressIn(bracketed[0]), name }];
  }
  const last = text.trim().split(/\s+/).at(-1) ?? "";
  const bare = last.slice(last.lastIndexOf("@") + 1);
  const ip = addressIn(`[${bare}]`);
  return ip ? [{ ip, name: null }] : [];
}

/** An address in brackets, `[192.0.2.1]` or `[IPv6:2001:db8::1]`, also with a port after them; else null. */
export function addressIn(text) {
  const inside = /^\[(?:IPv6:)?([0-9a-f.:]{2,45})\](?::\d{1,5})?$/i.exec(text.trim())?.[1] ?? "";
  return isIP(inside) ? inside : null;
}

function nameOf(text) {
  const name = (text ?? "").replace(/\.$/, "");
  return name === "" || /^unknown$/i.test(name) || !/^[\w.-]{1,255}$/.test(name) || isIP(name) ? null : name;
}

/** The words and parentheses of a line up to its date, which follows the last semicolon outside of them. */
function tokensOf(line) {
  const tokens = [];
  let kept = { from: 0, depth: 0 };
  let isQuoted = false;
  const endWord = (to) => {
    const word = line.slice(kept.from, to).trim();
    if (word !== "") tokens.push({ word });
    kept = { from: to + 1, depth: 0 };
  };
  for (let at = 0; at < line.length; at += 1) {
    const mark = line[at];
    if (mark === "\\") at += 1;
    else if (mark === '"' && kept.depth === 0) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (mark === "(") {
      if (kept.depth === 0) endWord(at);
      kept.depth += 1;
    } else if (mark === ")" && kept.depth > 0) {
      kept.depth -= 1;
      if (kept.depth > 0) continue;
      tokens.push({ comment: line.slice(kept.from, at) });
      kept = { from: at + 1, depth: 0 };
    } else if (kept.depth === 0 && mark === ";") {
      endWord(at);
      return { tokens, date: dateAfter(line, at) };
    } else if (kept.depth === 0 && /\s/.test(mark)) endWord(at);
  }
  // Parentheses that never end may hold anything: they count as not written.
  if (kept.depth === 0) endWord(line.length);
  return { tokens, date: null };
}

const dateAfter = (line, at) => line.slice(Math.max(at, line.lastIndexOf(";")) + 1).trim();
