import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, mono, newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { factsOf } from "../../facts/compute-facts";
import { entityLabel } from "../../fixed-text";
import type { PacketSnapshot, SnapshotAccount } from "../../snapshot/snapshot";
import { acts, codes, wordsOf } from "../facts";
import { label } from "../pair-words";
import { cells, type Section, subheading, table } from "../section";
import { actsFigure } from "../shared/acts-figure";
import { spanOfActs } from "../short/words";
import { para, sourcesOf } from "../source-column";
import {
  at,
  clockOf,
  countOf,
  dayOf,
  formatDate,
  isolated,
  listed,
  offsetOf,
  sentence,
  spans,
  spanText,
  stop,
  utc,
} from "../words";

/** Sections 2 and 3: the words in full with both times, and identifiers; nothing is guessed. */
export const factsAndIdentifiers: Section = {
  id: "facts",
  build: ({ snapshot }) => [
    { b: "section", short: "Facts and identifiers" },
    subheading("2", "Facts"),
    opening(snapshot),
    ...actsFigure(snapshot),
    ...wordsTable(snapshot),
    ...known(snapshot),
    subheading("3", `Identifiers of ${snapshot.case.subjectCode}`),
    person(snapshot),
    ...accountTable(snapshot),
  ],
};

function opening(snapshot: PacketSnapshot): Block {
  const list = acts(snapshot);
  if (list.length === 0) return para("No incident is recorded in this case.", ["case record"]);
  const { accounts } = snapshot;
  const from = accounts.length > 0 ? countOf(accounts.length, "account") : "an account not yet identified";
  const span = sentence(spanOfActs(snapshot));
  const text = `${span} (dates in ${label(snapshot, "inHome")}) ${from} sent the client ${countOf(list.length, "message or post", "messages or posts")} that ${list.length === 1 ? "is" : "are"} recorded. ${quoted(snapshot)}`;
  return para(text, sourcesOf(spans(codes(list))));
}

/** Says that the words are quoted only where they are. */
function quoted(snapshot: PacketSnapshot): string {
  const bare = acts(snapshot).filter(({ words }) => !words);
  if (bare.length === 0) return "The words are quoted in full.";
  return `The words are quoted in full, except for ${listed(spans(codes(bare)))}, of which only what happened is recorded.`;
}

function wordsTable(snapshot: PacketSnapshot): Block[] {
  const list = acts(snapshot);
  if (list.length === 0) return [];
  const { home } = snapshot.zones;
  const rows = list.map((incident) =>
    cells(
      [strong(incident.code)],
      incident.exact ? clockOf(incident.at, home, false) : `${dayOf(incident.at, home)}, time not exact`,
      incident.exact ? [mono(utc(incident.at))] : "not known",
      incident.account ?? "–",
      wordsOf(incident),
      spanText(incident.exhibits) || "none",
    ),
  );
  return [
    table(
      [
        [11, "No."],
        [27, `${snapshot.case.homeCountry}, ${offsetOf(list[0]?.at ?? snapshot.packet.builtAt, home)}`],
        [37, "UTC"],
        [11, "Acc."],
        [64, "Words"],
        [20, "Exhibit"],
      ] as const,
      rows,
    ),
  ];
}

function known(snapshot: PacketSnapshot): Block[] {
  return factsOf(snapshot).knowledge.map((event) =>
    para(`${at(event.at, snapshot.zones.home)}: ${stop(event.text)}`, sourcesOf([event.code, ...spans(event.sources)])),
  );
}

function person(snapshot: PacketSnapshot): Block {
  const { subjectIdentity, subjectIdentifiers } = snapshot.case;
  const rows: Row[] = subjectIdentifiers.map((subjectIdentifier) =>
    cells(subjectIdentifier.kind, `${subjectIdentifier.value} (${spanText(subjectIdentifier.sources)})`),
  );
  const identity = subjectIdentity
    ? [cells("as alleged", `${subjectIdentity.text} (${subjectIdentity.sources.join(", ")})`)]
    : [];
  const unknown = rows.length + identity.length === 0 ? [cells("not known", "No field is filled by guess.")] : [];
  return table(
    [
      [60, "Name, aliases, date of birth, nationality, documents, phones, e-mails, IP addresses"],
      [110, ""],
    ] as const,
    [...identity, ...rows, ...unknown],
  );
}

function accountTable(snapshot: PacketSnapshot): Block[] {
  if (snapshot.accounts.length === 0) return [para("No account is recorded yet.", ["case record"])];
  return [
    table(
      [
        [10, "Acc."],
        [32, "Provider"],
        [36, "Platform id"],
        [44, "Handles, with dates seen"],
        [48, "Link to the account before"],
      ] as const,
      snapshot.accounts.map(accountRow),
    ),
  ];
}

function accountRow(account: SnapshotAccount): Row {
  const link: Rich = account.link
    ? account.link.confidence === "first"
      ? account.link.text
      : [strong(`${account.link.confidence}. `), account.link.text]
    : "not linked";
  return cells(
    account.code,
    entityLabel(account.platform, account.provider?.entity),
    account.platformId ? [mono(account.platformId)] : "not recorded",
    handlesOf(account),
    link,
  );
}

function handlesOf(account: SnapshotAccount): Rich {
  if (account.handles.length === 0) return "not recorded";
  return account.handles.flatMap((handle, i): Inline[] => [
    ...(i > 0 ? [newLine] : []),
    isolated(handle.handle),
    ...(handle.from ? [newLine, `${formatDate(handle.from)}${handle.to ? ` to ${formatDate(handle.to)}` : ""}`] : []),
  ]);
}
