import type { Block, Field, Row } from "@/lib/platform/pdf/blocks";
import { check, type Inline, newLine, pageOf, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { fixedLines } from "../../fixed-text";
import type { PacketSnapshot, SnapshotAccount } from "../../snapshot/snapshot";
import { acts, docketText, shownBy, wordsOf } from "../facts";
import { covered } from "../preflight-result";
import { cells, type Section, subheading, table } from "../section";
import { waysTo } from "../short/cover";
import { wordsOfPair } from "../short/words";
import { codeList, para } from "../source-column";
import { formatDate, isolated, shorten, spanText } from "../words";
import { filed } from "./papers";

/** Section 4: every number in the pack and where it is. Numbers stay the same in every version. */
export const index: Section = {
  id: "index",
  build: ({ snapshot }) => [
    { b: "section", short: "Index" },
    subheading("4", "Index"),
    para(
      "Numbers of papers, exhibits and references are given once and stay the same in every version of this pack; a number that is missing was not included.",
      ["case record"],
    ),
    ...indexTable(snapshot),
    ...offences(snapshot),
  ],
};

function indexTable(snapshot: PacketSnapshot): Block[] {
  const groups: [string, Row[]][] = [
    [
      "Acts",
      acts(snapshot).map((act) =>
        cells([strong(act.code)], shorten(wordsOf(act), 70), spanText(shownBy(act)) || "no document", [pageOf("s3")]),
      ),
    ],
    [
      "Accounts",
      snapshot.accounts.map((account) => cells([strong(account.code)], accountWords(account), linkWords(account), "")),
    ],
    [
      "Documents",
      filed(snapshot.papers).map((paper) => cells([strong(paper.code)], paper.title, "section 1", [pageOf("s1")])),
    ],
    [
      "Reference numbers",
      snapshot.references.map((reference) => cells([strong(reference.code)], reference.label, numberOf(reference), "")),
    ],
    [
      "Exhibits",
      snapshot.exhibits.map((exhibit) =>
        cells([strong(exhibit.code)], exhibit.title, spanText(exhibit.shows) || "not linked", [pageOf(exhibit.code)]),
      ),
    ],
  ];
  const rows = groups.flatMap(([band, list]): Row[] => (list.length > 0 ? [{ band }, ...list] : []));
  if (rows.length === 0) return [para("There is nothing to index yet.", ["case record"])];
  return [
    table(
      [
        [16, "No."],
        [82, "What"],
        [58, "Number, or what it shows"],
        [14, "Page"],
      ] as const,
      rows,
      true,
    ),
  ];
}

function accountWords({ platform, platformId, handles }: SnapshotAccount): string {
  const handle = handles[0] ? isolated(handles[0].handle) : null;
  return [platform, platformId ? `id ${platformId}` : "id not recorded", handle].filter(Boolean).join(", ");
}

/** Whose it is said to be, and how that is known. */
function linkWords({ link }: SnapshotAccount): Rich {
  if (!link) return "whose it is, is not known";
  if (link.confidence === "first") return link.text || "first account seen";
  return [strong(`${link.confidence}. `), link.text];
}

function numberOf(reference: PacketSnapshot["references"][number]): string {
  if (reference.state !== "issued") return reference.state.replaceAll("_", " ");
  return `${docketText(reference)}${reference.issuedOn ? `, ${formatDate(reference.issuedOn)}` : ""}`;
}

/** With what each provision asks where the law data has it, and the acts on which it rests. */
function offences({ charges, law, pairs }: PacketSnapshot): Block[] {
  const title: Block = { b: "h3", title: "Offences proposed; the prosecutor decides" };
  if (charges.length === 0) return [title, para("No offence is proposed in this version.", ["case record"])];
  const asks = (provision: string): string[] => {
    const mine = pairs.filter(({ home }) => (home.charge ?? home.provision) === provision);
    const rows = (law?.rows ?? []).filter(({ pair, home }) => home && mine.some(({ code }) => code === pair));
    // Older versions have the elements alone.
    if (rows.length === 0)
      return [...new Set(mine.flatMap(({ elements }) => elements.flatMap(({ home }) => (home ? [home] : []))))];
    const acts = new Map<string, string[]>();
    for (const { home, facts } of rows) {
      const found = facts.flatMap(({ incident, account }) => incident ?? account ?? []);
      if (home) acts.set(home.text, [...new Set([...(acts.get(home.text) ?? []), ...found])]);
    }
    return [...acts].map(
      ([element, found]) => `${element}${found.length > 0 ? `: ${spanText(found)}` : ": nothing on record"}`,
    );
  };
  const hasText = charges.some((charge) => asks(charge.provision).length > 0);
  const rows = charges.map((charge) =>
    cells(
      charge.provision,
      ...(hasText ? [numbered(asks(charge.provision))] : []),
      charge.maximum,
      codeList(charge.sources, " · "),
    ),
  );
  return [
    title,
    table(
      [
        [hasText ? 38 : 84, "Provision"],
        ...(hasText ? [[82, "What must be shown, and the acts that show it"] as const] : []),
        [hasText ? 28 : 46, "Maximum"],
        [hasText ? 22 : 40, "Source"],
      ],
      rows,
    ),
  ];
}

function numbered(texts: readonly string[]): Rich {
  return texts.flatMap((text, i): Inline[] => [...(i > 0 ? [newLine] : []), `(${i + 1}) ${text}`]);
}

/** Section 5: lines for the officer, to whom the client released the pack, and the receipt. */
export const filing: Section = {
  id: "filing",
  build: ({ snapshot }) => [
    { b: "newPage" },
    { b: "section", short: "Filing" },
    subheading("5", "For the officer to file"),
    { b: "fields", rows: pairs(wordsOfPair(snapshot).docket.lines) },
    { b: "h3", title: "Released by the client" },
    ...covered(snapshot),
    ...receipt(snapshot, `Received by (name, ${wordsOfPair(snapshot).police.rank})`),
  ],
};

function pairs(labels: readonly string[]): Field[][] {
  return labels.flatMap((_label, i) => (i % 2 === 0 ? [labels.slice(i, i + 2).map((label) => ({ label }))] : []));
}

/** The slip that goes back: who received it, their number, or why it cannot be acted on. */
function receipt({ org, packet }: PacketSnapshot, who: string): Block[] {
  const blocks: Block[] = [
    { b: "h3", title: "Receipt" },
    {
      b: "fields",
      rows: [
        [{ label: who }],
        [{ label: "Date and time" }, { label: "Signature" }],
        [{ label: "Your reference number for this matter" }, { label: "Pages received" }],
      ],
    },
    table([[170, "If you cannot act on it, tick why and return this page"]] as const, [
      cells(fixedLines.sendBack.flatMap((reason, i): Inline[] => [...(i > 0 ? ["   "] : []), check(reason)])),
    ]),
    para(`Please return it to the liaison desk, ${waysTo(org)}, quoting ${packet.no}.`, ["packet record"]),
  ];
  return [{ b: "keep", blocks }];
}
