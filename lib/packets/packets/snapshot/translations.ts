import { hideWords } from "@/lib/evidence/redactions/hide-words";
import type { WordCover } from "@/lib/evidence/redactions/types";
import { languageNames } from "@/lib/evidence/translations/rules";
import type { Translation } from "@/lib/evidence/translations/types";
import { denseOf } from "@/lib/platform/text/phrases";
import type { Chat } from "./chats";
import { printedOf } from "./derived";
import { wordMasker } from "./mask-words";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput, SnapshotTranslation } from "./snapshot";
import { exhibitCode } from "./words";

type ExhibitRow = CaseRecord["exhibits"][number];
type Read = { chats: ReadonlyMap<string, Chat>; covers: ReadonlyMap<string, readonly WordCover[]> };
type Made = Omit<SnapshotTranslation, "underMask">;
type English = NonNullable<FactInput["english"]>;
type Incident = NonNullable<PacketSnapshotInput["incidents"]>[number];

/**
 * The translations of the exhibits that travel, covered as their words are, beside the exhibits, the acts and the facts
 * of the element table that quote those words.
 */
export function withTranslations<T extends PacketSnapshotInput>(
  input: T,
  record: CaseRecord,
  rows: readonly ExhibitRow[],
  read: Read,
): T {
  const made = new Map(
    rows.map((row): [string, Made[]] => [exhibitCode(row), translationsOf(record, row, rows, read)]),
  );
  if ([...made.values()].every((some) => some.length === 0)) return input;
  const incidents = input.incidents?.map((incident) => withEnglish(incident, messagesOf(record, incident, read), made));
  const ofIncident = new Map(incidents?.map((incident) => [incident.code, incident]));
  const ofFact = <F extends FactInput>(fact: F): F => {
    const incident = fact.incident ? ofIncident.get(fact.incident) : undefined;
    if (incident?.english && incident.words === fact.words) return { ...fact, english: incident.english };
    const english = englishOf(fact, made);
    return english ? { ...fact, english } : fact;
  };
  return {
    ...input,
    incidents,
    exhibits: input.exhibits?.map((exhibit) => {
      const translations = made.get(exhibit.code) ?? [];
      return translations.length > 0 ? { ...exhibit, translations } : exhibit;
    }),
    law: input.law && {
      ...input.law,
      rows: input.law.rows.map((row) => ({ ...row, facts: row.facts.map(ofFact) })),
      knowledge: input.law.knowledge.map(ofFact),
    },
  };
}

type FactInput = NonNullable<PacketSnapshotInput["law"]>["rows"][number]["facts"][number];

function translationsOf(
  record: CaseRecord,
  row: ExhibitRow,
  chosen: readonly ExhibitRow[],
  { chats, covers }: Read,
): Made[] {
  const mask = wordMasker(record.client.secrets);
  const chat = chats.get(row.id);
  const text = printedOf(record.derived, row.id).find(({ kind }) => kind === "text");
  const reading = chat?.reading ?? text?.fileId ?? null;
  return (record.translations.get(row.id) ?? []).map((translation) => {
    const { of, from, to, signedIn } = translation;
    const counts = ({ place, reading: then }: WordCover) =>
      place === null || then !== reading || (from <= place && place <= to);
    const safe = (words: string) => mask(hideWords(words, covers.get(row.id) ?? [], counts).text).text;
    const signed = chosen.find(({ id }) => id === signedIn?.id);
    return {
      of,
      from,
      to,
      language: languageNames[translation.language],
      original: safe(translation.original),
      words: safe(translation.words),
      by: translation.translatorCode,
      sworn: translation.sworn,
      standing: translation.standing,
      on: translation.translatedOn,
      signed: signed ? exhibitCode(signed) : null,
      stale: isStale(translation, reading),
    };
  });
}

const isStale = ({ of, reading: then }: Translation, reading: string | null): boolean =>
  of !== "page" && then !== reading;

/** The message of each chat that is this act, by exhibit. */
function messagesOf(record: CaseRecord, { code }: Incident, { chats }: Read): Map<string, number> {
  return new Map(
    record.exhibits.flatMap((row): [string, number][] => {
      const message = chats.get(row.id)?.rows.find(({ incident }) => incident === code);
      return message ? [[exhibitCode(row), message.no]] : [];
    }),
  );
}

function withEnglish(incident: Incident, messages: ReadonlyMap<string, number>, made: ReadonlyMap<string, Made[]>) {
  const { words, exhibits = [] } = incident;
  if (!words) return incident;
  const ofMessage = [...messages].flatMap(([code, no]) => fresh(made.get(code)).filter((one) => isAt(one, no)));
  const linked = exhibits.flatMap((code) => fresh(made.get(code)));
  const found = ofMessage[0] ?? linked.find(({ original }) => holds(original, words));
  return found ? { ...incident, language: found.language, english: asEnglish(found, words) } : incident;
}

function englishOf({ exhibit, message = null, words }: FactInput, made: ReadonlyMap<string, Made[]>): English | null {
  if (!exhibit || message === null || !words) return null;
  const found = fresh(made.get(exhibit)).find((one) => isAt(one, message));
  return found ? asEnglish(found, words) : null;
}

const fresh = (some: readonly Made[] = []): Made[] => some.filter(({ stale }) => !stale);

const isAt = ({ of, from, to }: Made, no: number): boolean => of === "message" && from <= no && no <= to;

const holds = (original: string, words: string): boolean => {
  const wanted = denseOf(words);
  return wanted.length > 1 && denseOf(original).includes(wanted);
};

const asEnglish = ({ original, words: text, sworn }: Made, words: string): English => ({
  text,
  sworn,
  whole: denseOf(original) !== denseOf(words),
});
