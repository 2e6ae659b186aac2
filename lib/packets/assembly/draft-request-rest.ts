import { fixedText } from "@/lib/packets/fixed-text";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { blank, check, type Inline, joinRich, mono, newLine } from "@/lib/platform/pdf/rich-text";
import { acts, codes, lawOfProviders, referencesOf } from "./facts";
import { cells, orNot, type Section, subheading, table } from "./section";
import { para, sourcesOf } from "./source-column";
import { daysApart, listed, spans, spanText, utc } from "./words";

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

export const classNames = {
  subscriber: "subscriber (subpoena standard)",
  traffic: "traffic (2703(d) standard)",
  content: "content (search warrant standard)",
} as const;

function sought(snapshot: PacketSnapshot): Block[] {
  const { items } = snapshot.request;
  const laws = lawOfProviders(snapshot);
  const outside = [
    ...(laws.includes("L24") ? ["outside the EU (X)"] : []),
    ...(laws.includes("L25") ? ["outside Europe (Meta)"] : []),
  ];
  const named =
    outside.length > 0 ? ` that the providers name for users ${listed(outside)}` : " recorded for each provider";
  const opening = `Addressees are the legal entities${named}. Every range is in UTC. Nothing is sought on any other account or person.`;
  const head = [
    subheading("2.4", "Assistance sought: provider, data class, range"),
    para(opening, sourcesOf(laws, "product rule")),
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
    { band: `${item.provider} ${classNames[item.dataClass]}` },
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
    para("The client’s own account ids are in the sealed annex.", ["F3", "sealed annex"]),
  ];
}

function purpose(snapshot: PacketSnapshot): Block[] {
  const written = snapshot.request.purpose;
  const accounts = spans(codes(snapshot.accounts));
  const incidents = spans(codes(acts(snapshot)));
  const made = `To identify the person or persons who used ${accounts.join(", ") || "the accounts"}, to learn whether that was in the ${snapshot.case.otherCountry}, and to prove the messages by provider records in a South African court.`;
  return [
    subheading("2.5", "Purpose, and why the data is needed"),
    ...(written.length > 0
      ? written.map((one) => para(one.text, sourcesOf(one.sources)))
      : [para(made, sourcesOf([...incidents, ...accounts, "L2"]))]),
  ];
}

function persons(snapshot: PacketSnapshot): Block[] {
  const identity = snapshot.case.subjectIdentity;
  const rows = snapshot.accounts.map((account) =>
    cells(
      account.code,
      account.platform,
      account.platformId ? [mono(account.platformId)] : "not recorded",
      joinRich(
        account.handles.map((one) => one.handle),
        newLine,
      ).length > 0
        ? joinRich(
            account.handles.map((one) => one.handle),
            newLine,
          )
        : "not recorded",
      orNot(account.provider?.entity),
    ),
  );
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
  const made =
    "Suggested: records with a certificate of the provider’s custodian under FRE 902(11) or 902(13), so that they can also be used in a US case; with the hash of each file; times in UTC.";
  return [
    subheading("2.7", "Special procedures and certification"),
    wanted ? para(wanted.text, sourcesOf(wanted.sources)) : para(made, ["L27", "L28"]),
    para("Form of proof required by the South African court: for the prosecutor to complete.", ["L26"]),
    { b: "fields", rows: [[{ label: "Form of affidavit or certificate required in South Africa" }]] },
  ];
}

function secrecy(snapshot: PacketSnapshot): Block[] {
  const reason = snapshot.request.secrecy;
  const laws = lawOfProviders(snapshot);
  return [
    subheading("2.8", "Confidentiality"),
    reason
      ? para(reason.text, sourcesOf(reason.sources))
      : para(
          "No reason for secrecy is recorded in this version. It is for the prosecutor to state one, or to leave it out.",
          ["case record"],
        ),
    ...(laws.length > 0
      ? [para("Providers may tell the user of legal process unless they are barred from it.", sourcesOf(laws))]
      : []),
    {
      b: "fields",
      rows: [[{ label: "Keep the request confidential until" }, { label: "Bar on notice to the user, length" }]],
    },
  ];
}

function urgency(snapshot: PacketSnapshot): Block[] {
  const lines = snapshot.request.urgency;
  const first = acts(snapshot)[0];
  const preserved = referencesOf(snapshot, "preservation");
  const made = first
    ? `${first.code} was ${daysApart(first.at, snapshot.packet.builtAt)} days old when this version was built. ${preserved.some((one) => one.state === "issued") ? "Preservation is recorded in section 7." : "No preservation is recorded."}`
    : "No act is recorded.";
  const lettered = lines.flatMap((line, i): Inline[] => [
    ...(i > 0 ? [newLine] : []),
    `(${String.fromCharCode(97 + i)}) ${line.text}`,
  ]);
  return [
    subheading("2.9", "Urgency"),
    lines.length > 0
      ? para(lettered, sourcesOf([...new Set(lines.flatMap((line) => line.sources))]))
      : para(made, sourcesOf([first?.code, ...codes(preserved)], "case record")),
    para(fixedText.F11.text, ["F11", "L42"]),
    { b: "fields", rows: [[{ label: "Answer needed by (date and reason)" }]] },
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
