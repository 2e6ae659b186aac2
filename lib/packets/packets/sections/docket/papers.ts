import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { mono, pageOf, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { acts, codes } from "../facts";
import { cells, type Section, subheading, table } from "../section";
import { sourcedPara, wordsOfPair } from "../short/words";
import { para, sourcesOf } from "../source-column";
import { dayOf, formatDate, listed, shortHash, spans, spanText } from "../words";

type Paper = PacketSnapshot["papers"][number];

/** Section 1: the sworn statement and the other documents of the case, with the annexures of each. */
export const statements: Section = {
  id: "statements",
  build: ({ snapshot }) => [
    { b: "section", short: "Statements and annexures" },
    subheading("1", "Statements and papers"),
    sworn(snapshot),
    ...coverage(snapshot),
    ...paperTable(filed(snapshot.papers)),
  ],
};

const noPaper = "No sworn statement and no other paper of the case is on file.";

/** Papers that can be filed: a draft is none. */
export const filed = (papers: readonly Paper[]): Paper[] =>
  papers.filter((paper) => paper.state === "final" || paper.state === "sworn");

/** Which act stands in which paragraph under oath, and which in none. */
function coverage(snapshot: PacketSnapshot): Block[] {
  const list = acts(snapshot);
  if (list.length === 0 || snapshot.statements.length === 0) return [];
  const missing = codes(list.filter((act) => act.statements.length === 0));
  const text =
    missing.length === 0
      ? "Each act in this pack is told under oath."
      : `${listed(spans(missing))}: not yet told under oath. A supplementary statement is needed.`;
  const rows = list.map((act) =>
    cells(
      [strong(act.code)],
      dayOf(act.at, snapshot.zones.home),
      spanText(act.statements) || "not in a sworn statement",
      spanText(act.exhibits) || "none",
    ),
  );
  return [
    para(text, sourcesOf([...snapshot.statements.map((statement) => statement.code), ...spans(missing)])),
    table(
      [
        [18, "Act"],
        [40, "Day"],
        [66, "Paragraph of the sworn statement"],
        [46, "Exhibits"],
      ] as const,
      rows,
      true,
    ),
  ];
}

function sworn(snapshot: PacketSnapshot): Block {
  const done = snapshot.papers.filter((paper) => paper.about === "statement" && paper.state === "sworn");
  if (done.length === 0) {
    const others = filed(snapshot.papers).length > 0;
    return para(others ? "No sworn statement is on file." : noPaper, ["case record"]);
  }
  const text = done.map(
    (paper) =>
      `${paper.code}, ${paper.title.toLowerCase()}, version ${paper.version}: sworn on ${formatDate(paper.swornOn ?? "")}. ${signed(paper)}`,
  );
  return para(text.join(" "), sourcesOf([...codes(done), ...spans(done.flatMap((paper) => paper.exhibit ?? []))]));
}

const signed = (paper: Paper) =>
  paper.exhibit ? `The signed paper is ${paper.exhibit}.` : "The signed paper does not travel with this pack.";

function paperTable(papers: readonly Paper[]): Block[] {
  if (papers.length === 0) return [];
  return [
    table(
      [
        [14, "Paper"],
        [54, "What"],
        [40, "State"],
        [24, "Signed paper"],
        [38, "Annexures"],
      ] as const,
      papers.map((paper) =>
        cells(
          [strong(paper.code)],
          `${paper.title}, version ${paper.version}`,
          stateOf(paper),
          paper.exhibit ?? "–",
          spanText(paper.annexures) || "none named",
        ),
      ),
    ),
  ];
}

function stateOf(paper: Paper): Rich {
  if (paper.state === "sworn") return `sworn on ${formatDate(paper.swornOn ?? "")}`;
  const sent = paper.sentOn ? `; sent ${formatDate(paper.sentOn)}` : "";
  return `final${paper.finalOn ? ` since ${formatDate(paper.finalOn)}` : ""}${sent}`;
}

/** Section 2: what is filed, in the order of a case file: sworn documents first, then documents by number. */
export const annexures: Section = {
  id: "annexures",
  build: ({ snapshot }) => [
    subheading("2", "Annexures in filing order"),
    sourcedPara(wordsOfPair(snapshot).docket.order),
    ...orderTable(snapshot),
  ],
};

/** Exhibits that are sworn documents, then annexes to a statement, then the rest; each once. */
export function filingOrder({ papers, exhibits }: PacketSnapshot): { code: string; why: string }[] {
  const order = new Map<string, string>();
  const byAge = papers.toSorted((a, b) => (a.swornOn ?? "9").localeCompare(b.swornOn ?? "9"));
  for (const paper of byAge)
    if (paper.exhibit && !order.has(paper.exhibit)) order.set(paper.exhibit, `the signed ${paper.code}`);
  for (const paper of byAge.filter((candidate) => candidate.state === "sworn"))
    for (const code of paper.annexures) if (!order.has(code)) order.set(code, `annexed to ${paper.code}`);
  for (const { code } of exhibits) if (!order.has(code)) order.set(code, "document");
  const known = new Set(codes(exhibits));
  return [...order].filter(([code]) => known.has(code)).map(([code, why]) => ({ code, why }));
}

function orderTable(snapshot: PacketSnapshot): Block[] {
  const rows = filingOrder(snapshot).flatMap(({ code, why }, i): Row[] => {
    const exhibit = snapshot.exhibits.find((candidate) => candidate.code === code);
    return exhibit
      ? [
          cells(
            String(i + 1),
            [strong(code)],
            exhibit.title,
            why,
            [mono(shortHash(exhibit.files[0]?.sha256))],
            [pageOf(code)],
          ),
        ]
      : [];
  });
  if (rows.length === 0) return [para("No exhibit travels with this pack.", ["custody ledger"])];
  return [
    table(
      [
        [12, "Order"],
        [16, "Exhibit"],
        [66, "What"],
        [34, "Filed as"],
        [28, "SHA-256, short"],
        [14, "Page"],
      ] as const,
      rows,
    ),
  ];
}
