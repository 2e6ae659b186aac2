/** The longest text that is searched. A pasted message is shorter; more is cut off. */
export const longestQuery = 4000;

/** Where a typed text is carried to. One that was carried to one page opens on no other. */
export type Carried = "search" | "client" | "list";

/** For how long it may be needed, in seconds. */
export const carriedFor: Record<Carried, number> = { search: 60, client: 30 * 60, list: 30 * 60 };

/** True for a marker that replaces words in a URL; anything else was typed by hand. */
export const isMark = (value: string): boolean => /^~[\w-]{12}$/.test(value);

/** A case code in a text, written as ours: `cd 26 0142` is `CD-26-0142`. */
export function codesIn(text: string): string[] {
  const found = text.matchAll(/(?<![\p{L}\p{N}])([A-Za-z]{2,6})[\s-]?(\d{2})[\s-]?(\d{3,6})(?!\d)/gu);
  return [...new Set([...found].map(([, word = "", year, number]) => `${word.toUpperCase()}-${year}-${number}`))].slice(
    0,
    10,
  );
}

/** What may be an account: the whole text when it is one word, and every word that begins with @. */
export function handlesIn(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const marked = words.filter((word) => /^@[\w.-]{2,}/.test(word)).map((word) => word.replace(/[.,;:!?]+$/, ""));
  const address = words.flatMap((word) => /^https?:\/\/[^/]+\/@?([\w.-]{2,})\/?$/.exec(word)?.[1] ?? []);
  const alone = words.length === 1 && !/^https?:/.test(text) ? words : [];
  return [...new Set([...alone, ...marked, ...address])].slice(0, 10);
}

/** What may be the permanent ID that a platform gives an account: a run of digits, or the whole text as one word. */
export function platformIdsIn(text: string): string[] {
  const digits = [...text.matchAll(/(?<!\d)\d{5,24}(?!\d)/g)].map(([run]) => run);
  const words = text.trim().split(/\s+/);
  const alone = words.length === 1 && words[0] ? [words[0]] : [];
  return [...new Set([...alone, ...digits])].slice(0, 10);
}

/** What may be a phone number: digits with the signs that people put between them. */
export function phonesIn(text: string): string[] {
  const found = text.matchAll(/(?<![\p{L}\p{N}])\+?\(?\d[\d\s().-]{5,}\d(?![\p{L}\p{N}])/gu);
  const enough = [...found].map(([run]) => run).filter((run) => /^(?:\D*\d){7,15}\D*$/.test(run));
  return [...new Set(enough)].slice(0, 10);
}

export function emailsIn(text: string): string[] {
  const found = text.matchAll(/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g);
  return [...new Set([...found].map(([address]) => address))].slice(0, 10);
}

/** What may be the address of a wallet: a long word of letters and digits with at least one digit, bare or as a link. */
export function walletsIn(text: string): string[] {
  const words = text.split(/\s+/).map((word) => word.replace(/[.,;:!?]+$/, ""));
  const alike = words.filter((word) => /^(?:[a-z]+:)?(?=[A-Za-z]*\d)[A-Za-z0-9_]{16,120}(?:\?\S*)?$/i.test(word));
  return [...new Set(alike)].slice(0, 10);
}

/** A pseudonym's beginning: short words without a digit. A long message is none. */
export function nameBeginning(text: string): string | undefined {
  const plain = text.trim().replace(/\s+/g, " ");
  return plain.length >= 2 && plain.length <= 60 && /^[\p{L}\p{M}' -]+$/u.test(plain) ? plain : undefined;
}

/**
 * The words of a short text as split by `app.words_of`, the longest first. A single letter is too little; more than
 * eight words are a message, in which only numbers are searched for.
 */
export function wordsIn(text: string): string[] {
  const folded = text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  const words = folded.split(/[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+/u).filter((word) => word.length > 1);
  const once = [...new Set(words)].map((word) => word.slice(0, 80));
  return once.length > 8 ? [] : once.toSorted((a, b) => b.length - a.length);
}

export type PersonSought = { name?: string; phone?: string; email?: string; identityNumber?: string; handle?: string };

/** What may be a person's name, phone, e-mail, identity number or handle; null when nothing is. */
export function personIn(text: string): PersonSought | null {
  const name = nameBeginning(text);
  const phone = phonesIn(text)[0]?.slice(0, 40);
  const email = emailsIn(text)[0];
  const alone = text.trim();
  const identityNumber = /^(?=(?:\D*\d){6})[\p{L}\d][\p{L}\d -]{4,38}$/u.test(alone) ? alone : undefined;
  const handle = handlesIn(text)[0]?.slice(0, 120);
  return name || phone || email || identityNumber || handle ? { name, phone, email, identityNumber, handle } : null;
}
