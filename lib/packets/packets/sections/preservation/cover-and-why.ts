import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { factsOf } from "../../facts/compute-facts";
import { fixedLines } from "../../fixed-text";
import { planLetters } from "../../letters/plan-letters";
import type { LetterKind, NotOffered } from "../../letters/types";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { dangerBox } from "../brief/danger";
import { acts } from "../facts";
import { sentenceOf } from "../pair-words";
import { cells, orNot, type Section, subheading, table } from "../section";
import { coverBlocks } from "../short/cover";
import { caseNumberText, sourcedPara, wordsOfPair } from "../short/words";
import { codeList, para, sourcesOf } from "../source-column";
import { civilDate, countOf, dayOf, formatDate, listed, spans, spanText, stop } from "../words";
import { byProvider, rowsOf } from "./rows";

/** The first page: the letters and where each goes, what was not drafted, and why today. */
export const coverAndWhy: Section = {
  id: "cover",
  build: ({ snapshot }) => [
    ...coverBlocks({
      short: "Cover",
      kicker: "SERVED PART · CONFIDENTIAL · FOR THE INVESTIGATING OFFICER",
      title: "Preservation and emergency briefing",
      lead: lead(snapshot),
      first: fixedLines.policeOnly,
      notice: sentenceOf(snapshot, "F18") ?? wordsOfPair(snapshot).docket.notice,
      codes: "F30",
    }),
    ...dangerBox(snapshot),
    subheading("1", "Letters to send today"),
    ...lettersTable(snapshot),
    subheading("2", "Why today"),
    table(
      [
        [84, "What"],
        [48, "Date"],
        [38, "From"],
      ] as const,
      whyRows(snapshot),
    ),
    subheading("3", "What each provider asks for, and other routes"),
    ...providerTable(snapshot),
    ...notRelied(snapshot),
    ...otherRoutes(snapshot),
  ],
};

function lettersTable(snapshot: PacketSnapshot): Block[] {
  const { letters, notOffered } = planLetters(snapshot);
  const rows = letters.map(({ no, kind, entity }) => {
    const own = byProvider(snapshot).find((provider) => provider.entity === entity)?.rows ?? [];
    return cells(
      [strong(`letter-${no}`)],
      kind === "emergency" ? "Emergency disclosure" : "Preservation",
      entity,
      orNot(own.find((row) => row.route)?.route, "route for police not known"),
      spanText(own.map((row) => row.account)),
    );
  });
  const law = [...new Set(letters.flatMap(({ kind }) => lawOf(snapshot, kind)))];
  return [
    ...(rows.length > 0
      ? [
          para(
            `Each letter is a file of its own, to print and to edit. It needs the date, your name, rank and signature, and ${wordsOfPair(snapshot).police.letterhead}; nothing is to be copied. Give each to its own provider only: it names no other.`,
            sourcesOf(law, "product rule"),
          ),
          table(
            [
              [18, "File"],
              [34, "Letter"],
              [44, "Provider"],
              [48, "Route for police"],
              [26, "Accounts"],
            ] as const,
            rows,
          ),
        ]
      : [para("No letter could be drafted.", ["product rule"])]),
    ...(notOffered.length > 0
      ? [
          table(
            [
              [34, "Not drafted"],
              [44, "Provider"],
              [92, "Because"],
            ] as const,
            groupsOf(notOffered).map(({ kind, entities, why }) =>
              cells(kind === "emergency" ? "Emergency disclosure" : "Preservation", entities.join("; "), why),
            ),
          ),
        ]
      : []),
  ];
}

/** Letters that lack the same stand in one line. */
function groupsOf(list: readonly NotOffered[]): { kind: LetterKind; why: string; entities: string[] }[] {
  const groups: { kind: LetterKind; why: string; entities: string[] }[] = [];
  for (const { kind, entity, why } of list) {
    const known = groups.find((group) => group.kind === kind && group.why === why);
    if (known) known.entities.push(entity);
    else groups.push({ kind, why, entities: [entity] });
  }
  return groups;
}

function lawOf(snapshot: PacketSnapshot, kind: LetterKind): readonly string[] {
  return sentenceOf(snapshot, kind === "emergency" ? "emergencyAsks" : "F15")?.sources ?? [];
}

function lead(snapshot: PacketSnapshot): string {
  const { clientCode, subjectCode } = snapshot.case;
  const held = `${countOf(rowsOf(snapshot).length, "account")}, ${countOf(byProvider(snapshot).length, "provider")}`;
  return `${caseNumberText(snapshot)}. Client ${clientCode}, ${subjectCode}. ${held.charAt(0).toUpperCase()}${held.slice(1)}.`;
}

function whyRows(snapshot: PacketSnapshot): Row[] {
  const { home } = snapshot.zones;
  const today = civilDate(snapshot.packet.builtAt, home);
  const bare = rowsOf(snapshot).filter((row) => row.state === "not_asked" || row.state === "asked");
  const kept = rowsOf(snapshot).filter((row) => row.state === "kept" && row.expiresOn);
  const first = acts(snapshot)[0];
  const references = snapshot.references
    .filter((reference) => reference.type === "preservation")
    .map((reference) => reference.code);
  const rows: Row[] = [];
  if (bare.length > 0)
    rows.push(
      cells(
        `No preservation is recorded for ${listed(spans(bare.map((row) => row.account)))}`,
        `as of ${formatDate(today)}`,
        spanText(references) || "case record",
      ),
    );
  for (const row of kept)
    rows.push(
      cells(`What is kept of ${row.account} ends`, formatDate(row.expiresOn ?? ""), codeList(row.clocks, " · ")),
    );
  const { oldest } = factsOf(snapshot);
  if (oldest) {
    const verb = oldest.turnsOn <= today ? "turned" : "turns";
    rows.push(cells(`${oldest.code} ${verb} ${oldest.days} days old`, formatDate(oldest.turnsOn), oldest.code));
  }
  const last = acts(snapshot).at(-1);
  if (last && last !== first) rows.push(cells(`Newest act, ${last.code}`, dayOf(last.at, home), last.code));
  for (const { entity, rows: own } of byProvider(snapshot)) {
    const retention = own.find((row) => row.retention);
    if (retention?.retention)
      rows.push(cells(`${entity}: ${retention.retention}`, "now", codeList(retention.law, " · ")));
  }
  return rows;
}

function providerTable(snapshot: PacketSnapshot): Block[] {
  const groups = byProvider(snapshot);
  if (groups.length === 0) return [para("No account is recorded yet, so there is nowhere to send.", ["case record"])];
  return [
    table(
      [
        [50, "Provider"],
        [120, "What it asks for"],
      ] as const,
      groups.map(({ entity, rows: own }) => cells(entity, asked(own))),
    ),
  ];
}

function asked(rows: ReturnType<typeof rowsOf>): Rich {
  const texts = [...new Set(rows.flatMap((row) => row.asks ?? []))];
  const law = [...new Set(rows.flatMap((row) => row.law))];
  const notice = rows.find((row) => row.notifies)?.notifies;
  return [
    `${texts.map((text) => text.charAt(0).toLowerCase() + text.slice(1)).join("; ") || "not recorded"}; the officer’s letter; dates `,
    ...codeList(law, " · "),
    ...(notice ? [newLine, `Notice to the user: ${stop(notice)}`] : []),
  ];
}

function notRelied(snapshot: PacketSnapshot): Block[] {
  const { notRelied: limits } = wordsOfPair(snapshot).preservation;
  return limits ? [sourcedPara(limits)] : [];
}

function otherRoutes(snapshot: PacketSnapshot): Block[] {
  const { otherRoutes: routes } = wordsOfPair(snapshot).preservation;
  return routes ? [sourcedPara(routes)] : [];
}
