import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { newLine, type Rich } from "@/lib/platform/pdf/rich-text";
import { factsOf } from "../../facts/compute-facts";
import { fixedLines } from "../../fixed-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { acts } from "../facts";
import { sentenceOf } from "../pair-words";
import { cells, orNot, type Section, subheading, table } from "../section";
import { coverBlocks, specimenNote } from "../short/cover";
import { caseNumberText, sourcedPara, wordsOfPair } from "../short/words";
import { codeList, para } from "../source-column";
import { civilDate, countOf, dayOf, formatDate, listed, spans, spanText, stop } from "../words";
import { byProvider, rowsOf } from "./rows";

/** The first page: who may send, why today, and what goes where. */
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
    subheading("1", "Why today"),
    table(
      [
        [84, "What"],
        [48, "Date"],
        [38, "From"],
      ] as const,
      whyRows(snapshot),
    ),
    subheading("2", "What to send, where"),
    ...whereTable(snapshot),
    ...notRelied(snapshot),
    ...specimenNote(snapshot),
  ],
};

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
    rows.push(
      cells(
        `${oldest.code} ${verb} ${oldest.days} days old`,
        formatDate(oldest.turnsOn),
        `${oldest.code}; product rule`,
      ),
    );
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

function whereTable(snapshot: PacketSnapshot): Block[] {
  const groups = byProvider(snapshot);
  if (groups.length === 0) return [para("No account is recorded yet, so there is nowhere to send.", ["case record"])];
  const rows = groups.map(({ entity, rows: own }) =>
    cells(
      entity,
      orNot(own.find((row) => row.route)?.route, "route for police not known"),
      spanText(own.map((row) => row.account)),
      asked(own),
    ),
  );
  return [
    table(
      [
        [38, "Provider"],
        [40, "Route for police"],
        [22, "Accounts"],
        [70, "What the provider asks for"],
      ] as const,
      rows,
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
