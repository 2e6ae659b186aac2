import type { Letter } from "@/lib/platform/sandbox/read-letter";
import type { Counterpart, HeldReason, MailFacts } from "./types";

/** The largest mail whose bytes are kept. Our own default, kind D. */
export const maxMailBytes = 40 * 1024 * 1024;
/** Of a mail that is larger, so much is read: its headers. */
export const headBytes = 256 * 1024;
/** So many mails that name no address of ours may wait; further ones are refused. */
export const mostUnknown = 500;

/** Mails for one address, or from one sender, within an hour, before further ones are listed apart. Our own default, kind D. */
export const mostInAnHour = 20;

/** No vowels, so that no token is a word; nothing alike. In small letters, since servers change capitals. */
const signs = "23456789bcdfghjkmnpqrstvwxyz";
/** 28 signs over 27 places are 129 bits. */
const tokenLength = 27;
const token = new RegExp(`^[${signs}]{${tokenLength}}$`);
const tag = new RegExp(`\\[ref[: ]\\s?([${signs}]{${tokenLength}})\\]`, "gi");

/** A token for a reply address, from random bytes: each byte that would favour some signs is left out. */
export function tokenFrom(random: Uint8Array): string | null {
  const fair = random.filter((byte) => byte < 256 - (256 % signs.length));
  if (fair.length < tokenLength) return null;
  return [...fair.subarray(0, tokenLength)].map((byte) => signs[byte % signs.length]).join("");
}

/** `inbox@post.example` with a token: `inbox+TOKEN@post.example`. */
export function replyAddress(base: string, value: string): string {
  const at = base.lastIndexOf("@");
  return `${base.slice(0, at)}+${value}${base.slice(at)}`;
}

/** What may stand in the subject instead, where a mail server knows no plus-addresses. */
export const subjectTag = (value: string): string => `[ref ${value}]`;

/** The tokens that a mail names, each once: in addresses of ours and in its subject, never in its text. */
export function tokensIn(base: string, { recipients, subject }: Pick<Letter, "recipients" | "subject">): string[] {
  const at = base.toLowerCase().lastIndexOf("@");
  const before = `${base.toLowerCase().slice(0, at)}+`;
  const after = base.toLowerCase().slice(at);
  const inAddresses = recipients.flatMap((address) => {
    const value =
      address.startsWith(before) && address.endsWith(after) ? address.slice(before.length, -after.length) : "";
    return token.test(value) ? [value] : [];
  });
  const inSubject = [...subject.matchAll(tag)].map(([, value = ""]) => value.toLowerCase());
  return [...new Set([...inAddresses, ...inSubject])];
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** Whether an address is one of the counterpart's: the whole address, or its domain and no part of one. */
const isSender = ({ senders }: Pick<Counterpart, "senders">, from: string): boolean =>
  senders.some((sender) => (sender.startsWith("@") ? domainOf(from) === sender.slice(1) : from === sender));

/**
 * Whether our mail server confirmed that the mail comes from the domain of its From address: DMARC for that very domain,
 * or DKIM or SPF for it. Null: it noted nothing that we trust, so nobody knows.
 */
function isProven({ from, results }: Pick<Letter, "from" | "results">): boolean | null {
  if (results === null || from.length !== 1) return null;
  const domain = domainOf(from[0] ?? "");
  if (domain === "") return false;
  // A server that checked DMARC and says no outweighs what else it found.
  const ofDmarc = results.filter(({ method }) => method === "dmarc");
  if (ofDmarc.length > 0) return ofDmarc.every((one) => one.result === "pass" && one.domain === domain);
  const passes = results.filter(({ result }) => result === "pass");
  if (passes.some((one) => one.domain === domain)) return true;
  return results.length === 0 ? null : false;
}

export type Standing = {
  ended: boolean;
  closed: boolean;
  restricted: boolean;
  stopped: boolean;
  counterpart: Counterpart;
};

/** What speaks against filing a mail by itself. Empty: nothing does. */
export function whyHeld(letter: Letter | null, standing: Standing | null, own: readonly string[]): HeldReason[] {
  if (!letter) return ["unread"];
  const [from = ""] = letter.from;
  const proven = isProven(letter);
  const about: [HeldReason, boolean][] = [
    ["ended", standing?.ended ?? false],
    ["closed", standing?.closed ?? false],
    ["restricted", standing?.restricted ?? false],
    ["stopped", standing?.stopped ?? false],
    ["several_senders", letter.from.length !== 1],
    ["own", own.includes(from)],
    ["other_sender", standing !== null && letter.from.length === 1 && !isSender(standing.counterpart, from)],
    ["not_checked", proven === null],
    ["not_proven", proven === false],
    ["automatic", letter.automatic !== null],
  ];
  return about.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** What is kept beside the bytes. */
export function factsOf(letter: Letter | null): MailFacts {
  return {
    from: letter?.from.length === 1 ? (letter.from[0] ?? null) : null,
    fromName: letter?.fromName ?? "",
    subject: letter?.subject.replaceAll(tag, "").trim() ?? "",
    dateUtc: letter?.dateUtc ?? null,
    text: letter?.text ?? "",
    cut: letter?.cut ?? false,
    attachments: letter?.attachments ?? [],
    checks: letter?.results ?? null,
  };
}

export const readFacts = (json: string): MailFacts => JSON.parse(json) as MailFacts;
export const readCounterpart = (json: string): Counterpart => JSON.parse(json) as Counterpart;

export const factsPlace = (row: string) => ({ table: "incoming_mails", column: "facts", row });
export const counterpartPlace = (row: string) => ({ table: "reply_addresses", column: "counterpart", row });

/** Who wrote it, as a letter names it: the name that the mail claims, and the address. */
export function writerOf({ from, fromName }: Pick<MailFacts, "from" | "fromName">): string {
  if (!from) return fromName || "?";
  return fromName && fromName !== from ? `${fromName} <${from}>` : from;
}

const longestSummary = 1500;

/** What the register says of a mail: its hour, its subject, how it came there, and how it begins. */
export function summaryOf({ subject, text }: MailFacts, at: string, how: string): string {
  const lines = [at, subject, how, text.replaceAll(/\n{3,}/g, "\n\n").trim()].filter((line) => line !== "");
  const all = lines.join("\n");
  return all.length > longestSummary ? `${all.slice(0, longestSummary)} …` : all;
}

/** `3:uuid`: the exhibit that attachment 3 became, as a row keeps it. */
export const attachmentMark = (index: number, exhibitId: string): string => `${index}:${exhibitId}`;

export function readAttachmentMarks(marks: readonly string[]): Map<number, string> {
  return new Map(marks.map((mark) => [Number(mark.split(":")[0]), mark.slice(mark.indexOf(":") + 1)]));
}
