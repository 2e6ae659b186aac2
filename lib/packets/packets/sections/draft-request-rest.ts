import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { blank, check, type Inline, joinRich, mono, newLine, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { acts, codes, exhibitCodes, lawOfAsked } from "./facts";
import { label, pairWordsOf, sentenceOf, sourcesBeside, wordingPara } from "./pair-words";
import { cells, type Section, subheading, table } from "./section";
import { para, sourcesOf } from "./source-column";
import { urgentPoints } from "./urgency";
import { listed, spans, spanText, stop, utc } from "./words";

/** Section 2, second half: what is sought, why, from whom, how it is certified, secrecy, urgency, adoption. */
export const draftRequestRest: Section = {
  id: "request-rest",
  build: ({ snapshot }) => [
    ...sought(snapshot),
    ...purpose(snapshot),
    ...persons(snapshot),
    ...certification(snapshot),
    ...secrecy(snapshot),
    ...urgency(snapshot),
    ...adoption(snapshot),
  ],
};

type DataClass = PacketSnapshot["request"]["items"][number]["dataClass"];

const bands = { subscriber: "bandSubscriber", traffic: "bandTraffic", content: "bandContent" } as const;

/** `content (search warrant standard)`: the class with what opens it there. */
function className(snapshot: PacketSnapshot, dataClass: DataClass): string {
  return label(snapshot, bands[dataClass]);
}

function sought(snapshot: PacketSnapshot): Block[] {
  const { items } = snapshot.request;
  const laws = lawOfAsked(snapshot);
  const reach = pairWordsOf(snapshot).providerReach;
  const outside = laws.flatMap((law) => reach[law] ?? []);
  const named =
    outside.length > 0 ? ` that the providers name for users ${listed(outside)}` : " recorded for each provider";
  const head = [
    subheading("2.4", "Assistance sought: provider, data class, range"),
    ...wordingPara(snapshot, "soughtOpening", { fills: { named }, codes: laws }),
  ];
  if (items.length === 0) {
    return [
      ...head,
      para(
        "No item is drafted in this version. The lines are for the prosecutor: provider, data class, account, range in UTC.",
        ["case record"],
      ),
      { b: "freeLines", count: 4 },
    ];
  }
  const rows = items.flatMap((item): Row[] => [
    { band: `${item.provider} ${className(snapshot, item.dataClass)}` },
    ...item.rows.map((row, i) =>
      cells(
        i === 0 ? item.code : "",
        spanText(row.accounts),
        row.what,
        [row.from ? mono(utc(row.from)) : "account creation"],
        [row.to ? mono(utc(row.to)) : "not recorded"],
      ),
    ),
  ]);
  return [
    ...head,
    table(
      [
        [14, "Item"],
        [24, "Accounts"],
        [60, "What is sought"],
        [36, "From (UTC)"],
        [36, "To (UTC)"],
      ] as const,
      rows,
    ),
    clientIds(snapshot),
  ];
}

/** Whether messages with the client can be found hangs on the client’s own id: the annex has what is recorded. */
function clientIds({ case: { clientIds: known } }: PacketSnapshot): Block {
  const { inAnnex, notRecorded } = known;
  const has = inAnnex.length > 0 ? `The client’s own id on ${listed(inAnnex)} is in the sealed annex.` : "";
  const lacks =
    notRecorded.length > 0 || inAnnex.length === 0
      ? `The client’s own account ids${notRecorded.length > 0 ? ` on ${listed(notRecorded)}` : ""} are not recorded; what was exchanged with them is found only once the client gives them.`
      : "";
  return para([has, lacks].filter(Boolean).join(" "), ["F3", "sealed annex"]);
}

function purpose(snapshot: PacketSnapshot): Block[] {
  const written = snapshot.request.purpose;
  const accounts = spans(codes(snapshot.accounts));
  const incidents = spans(codes(acts(snapshot)));
  const fills = { accounts: accounts.join(", ") || "the accounts" };
  return [
    subheading("2.5", "Purpose, and why the data is needed"),
    ...(written.length > 0
      ? written.map((statement) => para(statement.text, sourcesOf(spans(statement.sources))))
      : wordingPara(snapshot, "purpose", { fills, codes: [...incidents, ...accounts] })),
    ...whyEachClass(snapshot),
    ...snapshot.accounts.map((account) => nexus(snapshot, account)),
  ];
}

/** What each requested class of data can show that the client’s own documents cannot. */
function whyEachClass(snapshot: PacketSnapshot): Block[] {
  const asked = new Set(snapshot.request.items.map((item) => item.dataClass));
  const list = acts(snapshot);
  const parts = [
    asked.has("subscriber")
      ? `Subscriber records: ${snapshot.accounts.length > 0 ? "who registered the accounts is not known to the client" : "no account is recorded"}.`
      : "",
    asked.has("traffic") && list.length > 0
      ? `Logs: the addresses and times at the moments of ${listed(spans(codes(list)))} can confirm or refute that one person in one place used the accounts.`
      : "",
    asked.has("content")
      ? `Content: the client holds ${snapshot.exhibits.length === 0 ? "no copy in this packet" : "copies (section 8)"}; the copy of the provider shows whether they are complete.`
      : "",
  ].filter(Boolean);
  if (parts.length === 0) return [];
  return [para(parts.join(" "), sourcesOf(["section 5", "section 6", ...spans(exhibitCodes(list))]))];
}

/** How one account is linked to the matter: its acts, its link to the previous account, the request about it. */
function nexus(snapshot: PacketSnapshot, account: PacketSnapshot["accounts"][number]): Block {
  const own = codes(acts(snapshot).filter((incident) => incident.account === account.code));
  const asked = codes(
    snapshot.request.items.filter((item) => item.rows.some((row) => row.accounts.includes(account.code))),
  );
  const sent = own.length > 0 ? `sent ${listed(spans(own))}.` : "sent no act that is recorded.";
  const link = account.link?.text ? ` ${stop(account.link.text)}` : " No link to another account is recorded.";
  const rest = asked.length > 0 ? ` Asked for in ${listed(spans(asked))}.` : " Nothing is asked for on it.";
  return para(
    [strong(`${account.code}, ${account.platform}: `), `${sent}${link}${rest}`],
    sourcesOf([account.code, ...spans(own), ...spans(account.shownBy)]),
  );
}

function persons(snapshot: PacketSnapshot): Block[] {
  const identity = snapshot.case.subjectIdentity;
  const rows = snapshot.accounts.map((account) => {
    const handles = joinRich(
      account.handles.map((handle) => handle.handle),
      newLine,
    );
    return cells(
      account.code,
      account.platform,
      account.platformId ? [mono(account.platformId)] : "not recorded",
      handles.length > 0 ? handles : "not recorded",
      account.provider?.entity ?? "to be confirmed by the prosecutor",
    );
  });
  return [
    subheading("2.6", "Persons and accounts"),
    identity
      ? para(identity.text, sourcesOf(identity.sources))
      : para(
          `${snapshot.case.subjectCode} (alleged): name, date of birth, nationality and address not known to this organisation.`,
          ["case record"],
        ),
    table(
      [
        [12, "Acc."],
        [24, "Platform"],
        [44, "Immutable id"],
        [46, "Handles"],
        [44, "Provider legal entity"],
      ] as const,
      rows,
    ),
    para("The person affected is the client, identified in the sealed annex.", ["F3"]),
  ];
}

function certification(snapshot: PacketSnapshot): Block[] {
  const wanted = snapshot.request.certification;
  return [
    subheading("2.7", "Special procedures and certification"),
    ...(wanted ? [para(wanted.text, sourcesOf(wanted.sources))] : wordingPara(snapshot, "certification")),
    keep([
      ...wordingPara(snapshot, "certificationHome"),
      { b: "fields", rows: [[{ label: label(snapshot, "fieldProofForm") }]] },
    ]),
  ];
}

function secrecy(snapshot: PacketSnapshot): Block[] {
  const reason = snapshot.request.secrecy;
  const laws = lawOfAsked(snapshot);
  const length = sentenceOf(snapshot, "secrecyLength");
  const blocks = [
    reason
      ? para(reason.text, sourcesOf(spans(reason.sources)))
      : para(
          "No reason for secrecy is recorded in this version. It is for the prosecutor to state one, or to leave it out.",
          ["case record"],
        ),
    ...(laws.length > 0
      ? [para("Providers may tell the user of legal process unless they are barred from it.", sourcesOf(laws))]
      : []),
    ...(length?.sources.some((source) => laws.includes(source))
      ? [para(length.text, sourcesBeside([], length.sources))]
      : []),
  ];
  const fields: Block = {
    b: "fields",
    rows: [[{ label: "Keep the request confidential until" }, { label: "Bar on notice to the user, length" }]],
  };
  return [subheading("2.8", "Confidentiality"), ...blocks.slice(0, -1), keep([...blocks.slice(-1), fields])];
}

/** A form stays on the page of the words that it belongs to. */
function keep(blocks: Block[]): Block {
  return { b: "keep", blocks };
}

/** What a person wrote, otherwise what the record shows; a recorded forecast is added to either. */
function urgency(snapshot: PacketSnapshot): Block[] {
  const written = snapshot.request.urgency;
  const forecast = snapshot.preservation?.forecast;
  const lines = written.length > 0 ? [...written, ...(forecast ? [forecast] : [])] : urgentPoints(snapshot);
  const letter = (i: number) => (lines.length > 1 ? `(${String.fromCharCode(97 + i)}) ` : "");
  const lettered = lines.flatMap((line, i): Inline[] => [...(i > 0 ? [newLine] : []), `${letter(i)}${line.text}`]);
  return [
    subheading("2.9", "Urgency"),
    para(lettered, sourcesOf(spans(lines.flatMap((line) => line.sources)), "case record")),
    keep([...wordingPara(snapshot, "F11"), { b: "fields", rows: [[{ label: "Answer needed by (date and reason)" }]] }]),
  ];
}

function adoption(snapshot: PacketSnapshot): Block[] {
  const rows = snapshot.request.items.map((item) =>
    cells(
      item.code,
      `${item.provider}, ${item.dataClass}, ${spanText(item.rows.flatMap((row) => row.accounts))}`,
      [check()],
      [check()],
      [blank(56)],
    ),
  );
  const none = [cells("", [blank(56)], [check()], [check()], [blank(56)])];
  return [
    subheading("2.10", "Adoption by the requesting authority"),
    para("Nothing in section 2 is a request until an authority adopts it. Tick each item; amend on the line.", ["F1"]),
    table(
      [
        [14, "Item"],
        [62, "What"],
        [18, "Adopt"],
        [18, "Drop"],
        [58, "Amended to"],
      ] as const,
      rows.length > 0 ? rows : none,
    ),
    {
      b: "fields",
      rows: [
        [{ label: "Signed for the requesting authority" }, { label: "Name, rank or office" }],
        [{ label: "Place" }, { label: "Date" }],
      ],
    },
  ];
}
