import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { t } from "@/lib/platform/language/translate";
import type { DocumentBlock, DocumentBody, FactItem, Gap } from "../types";

/** `sure` is false where a person has to look: the sentence was turned, or it speaks of somebody as he or she. */
export type Spoken = { text: string; sure: boolean };

/** Stands behind a sentence that was turned, until a person has read it with the one who swears it. */
export const readNote = "[Read this with the person who signs, correct it, and delete this note]";

const client = /\b([Tt])he client(['’]s)?(?=\W|$)/g;
const pronoun = /\b(?:she|he|her|hers|him|his|herself|himself|they|them|their)\b/i;
/** What still speaks of the deponent as of somebody else. */
const thirdPerson = /\b(?:the client|client['’]s|the deponent|the complainant|the victim|the survivor)\b/i;

/** What was sent, in the words of who sent it. */
const quoted = /“[^”]*”/g;

/** The record's own words about a message of a chat: its place and its clock are the record's, not the deponent's. */
const ofChat =
  /Message \d+ of exhibit E-\d+ \([^)]*\)(, from (?:the client|“[^”]*”))?\.(?: Time in the export: .*?\.(?=$| With: | The text is shortened))?/g;

/**
 * What the record says of the client, as the paper calls the client: `I` in the paper of one who speaks of themselves,
 * else a noun such as `the complainant`. Only what is safe is turned: what could be read in two ways stays, and the
 * check of the paper stops at it.
 */
export function speak(text: string, calls: string): Spoken {
  if (calls !== "I") return { text: named(text, calls), sure: true };
  const told = text.replace(ofChat, (_, from?: string) =>
    from === ", from the client" ? "I wrote this message." : "I received this message.",
  );
  const spoken = told.replace(client, (whole, the: string, own: string | undefined, at: number) => {
    const capital = the === "T";
    if (own) return capital ? "My" : "my";
    const person = personAt(told.slice(0, at), told.slice(at + whole.length));
    return person === "me" && capital ? "Me" : (person ?? whole);
  });
  const whole = agreed(spoken);
  return { text: whole, sure: whole === text && !pronoun.test(text) };
}

function named(text: string, calls: string): string {
  return text.replace(client, (_, the: string, own = "") => {
    const noun = the === "T" ? calls.charAt(0).toUpperCase() + calls.slice(1) : calls;
    return `${noun}${own}`;
  });
}

const words = (list: string) => new Set(list.split(" "));
const governs = words(
  "of to for at with against by from about on near behind towards around into over above below beside between like past upon without",
);
const joins = words("that which who where when while because and but or if as until since after before how what why");
const finite = words(
  "is was has had does did will would can could should must may might told wrote said sent went saw kept took made got knew left came met read wore gave found felt heard lost paid ran spoke stood thought began drove put let did never also still always only then no",
);

/** `I` where it does something, `me` where something is done, null where that cannot be told. */
function personAt(before: string, after: string): "I" | "me" | null {
  const last = /([\p{L}-]+)\s*$/u.exec(before)?.[1]?.toLowerCase();
  const next = /^\s+([\p{L}-]+)/u.exec(after)?.[1]?.toLowerCase();
  if (last && governs.has(last)) return "me";
  const acts =
    next !== undefined && (finite.has(next) || /(?:ed|[^s]s)$/.test(next)) && !/^(?:this|his|its|as)$/.test(next);
  if (acts) return "I";
  if (!last || joins.has(last) || /[.:;,]\s*$/.test(before)) return null;
  return "me";
}

const irregular: Readonly<Record<string, string>> = { is: "am", has: "have", does: "do", goes: "go" };
const staysSo = words("was this always perhaps sometimes afterwards towards");

/** `I uses` as `I use`. */
function agreed(text: string): string {
  return text.replace(
    /\bI ((?:never |also |still |always |only |then |no longer )*)([a-z]+)\b/g,
    (whole, between: string, verb: string) => {
      if (irregular[verb]) return `I ${between}${irregular[verb]}`;
      if (!/s$/.test(verb) || /ss$/.test(verb) || staysSo.has(verb)) return whole;
      if (/ies$/.test(verb)) return `I ${between}${verb.replace(/ies$/, "y")}`;
      return `I ${between}${verb.replace(/(?<=ch|sh|ss|x|z)es$|s$/, "")}`;
    },
  );
}

const inRecord = ["what", "description", "reason"] as const;

/** Who took a picture and on which device, when that was the one who swears. */
function ownOf({ by, device }: FactItem["values"]): Record<string, string> {
  return {
    ...(by && /^(?:the )?client$/i.test(by) ? { by: "Myself" } : {}),
    ...(device
      ? { device: device.replace(/\b(?:the )?client['’]s\b/gi, (_, at: number) => (at === 0 ? "My" : "my")) }
      : {}),
  };
}

/** The same of somebody else's paper: `the complainant`, `The complainant's telephone`. */
function calledOf({ by, device }: FactItem["values"], calls: string): Record<string, string> {
  return { ...(by ? { by: named(by, calls) } : {}), ...(device ? { device: named(device, calls) } : {}) };
}

/** One thing of a list as the paper says it, and whether a person has to look at it. */
export function speakItem(item: FactItem, calls: string): FactItem & { sure: boolean } {
  const spoken = inRecord.flatMap((name) => {
    const value = item.values[name];
    return value ? [[name, speak(value, calls)] as const] : [];
  });
  const own = calls === "I" ? ownOf(item.values) : calledOf(item.values, calls);
  const values = { ...item.values, ...Object.fromEntries(spoken.map(([name, one]) => [name, one.text])), ...own };
  return { ...item, values, sure: spoken.every(([, one]) => one.sure) };
}

/**
 * What keeps a paper in the deponent's own mouth from being final: a sentence that nobody has read with the deponent, or
 * one that speaks of the deponent as of somebody else.
 */
export function voiceGaps(body: DocumentBody, { voice }: Pick<DocumentTemplate, "voice">): Gap[] {
  const source = voice?.source;
  if (voice?.calls !== "I" || !source) return [];
  const gap = (blockId: string, element: string): Gap => ({ blockId, what: element, must: { element, source } });
  return body.blocks.flatMap((block) => {
    const text = printed(block);
    if (thirdPerson.test(text.replaceAll(readNote, "").replaceAll(quoted, "")))
      return [gap(block.id, t("Words in the first person"))];
    return text.includes(readNote) ? [gap(block.id, t("A look at it with the deponent"))] : [];
  });
}

/** What of a piece is in the deponent's mouth. The lines of an oath and of the officer are not. */
function printed(block: DocumentBlock): string {
  switch (block.kind) {
    case "paragraph":
    case "numbered":
    case "prompt":
    case "heading":
      return block.text;
    case "field":
      return block.confidential ? "" : block.value;
    case "table":
      return block.rows.flat().join("\n");
    case "annexures":
      return block.rows.map((row) => row.description).join("\n");
    default:
      return "";
  }
}
