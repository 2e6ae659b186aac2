import { z } from "zod";
import type { Block, Field, Row } from "@/lib/platform/pdf/blocks";
import { blank, strong } from "@/lib/platform/pdf/rich-text";
import { factsOf } from "../facts/compute-facts";
import { accountOf, acts, didWhat, docketOf, docketText } from "../sections/facts";
import { label, sentenceOf } from "../sections/pair-words";
import { cells, particulars, table } from "../sections/section";
import { askedOf, entityOf } from "../sections/shared/asked";
import { wordsOfPair } from "../sections/short/words";
import { at, dayOf, formatDate, isolated, listed, sentence, stop, utc, within } from "../sections/words";
import type { PacketSnapshot, SnapshotAccount } from "../snapshot/snapshot";
import { investigator } from "./letter-blocks";
import { sayWithoutCodes, shownIn } from "./say-without-codes";

/**
 * The whole letter of request, in the order in which the treaty lists the contents of one, for the prosecutor to edit
 * and sign on the authority's letterhead. It has no code of ours, no mark of how well a source was read, and nothing
 * that is said to the prosecutor rather than to the receiver.
 */
export function requestLetter(snapshot: PacketSnapshot): Block[] {
  const parts: [title: string, blocks: Block[]][] = [
    ["Authority conducting the matter", authority(snapshot)],
    ["The matter and its stage", stage(snapshot)],
    ["Facts", facts(snapshot)],
    [label(snapshot, "offencesTitle"), offences(snapshot)],
    ["Dual criminality", dualCriminality(snapshot)],
    ["Assistance requested", sought(snapshot)],
    ["Purpose of the request", purpose(snapshot)],
    ["Persons and accounts", persons(snapshot)],
    ["Form of the evidence", certification(snapshot)],
    ["Confidentiality", secrecy(snapshot)],
    ["Urgency", urgency(snapshot)],
    ["Annexures", annexures(snapshot)],
  ];
  const filled = parts.filter(([, blocks]) => blocks.length > 0);
  return [
    ...head(snapshot),
    ...filled.flatMap(([title, blocks], i): Block[] => [
      { b: "paperHeading", title: `${i + 1}. ${title}`, anchor: `request-${i + 1}` },
      ...blocks,
    ]),
    { b: "keep", blocks: signature(snapshot) },
  ];
}

const text = (words: string): Block => ({ b: "text", text: words });

function head(snapshot: PacketSnapshot): Block[] {
  const number = docketOf(snapshot);
  const basis = sentenceOf(snapshot, "requestBasis")?.text;
  return [
    { b: "text", text: ["Date: ", blank(44)] },
    { b: "text", text: [strong("To: "), label(snapshot, "requestTo")] },
    { b: "text", text: [strong("Through: "), label(snapshot, "requestThrough")] },
    { b: "text", text: [strong("Our reference: "), number ? docketText(number) : blank(52)] },
    { b: "paperTitle", text: "Request for assistance in a criminal matter" },
    ...(basis ? [text(basis)] : []),
  ];
}

/** Somebody's words, for a reader who has only this letter and its annexures. */
function say(snapshot: PacketSnapshot, words: string): string {
  const names = {
    account: (code: string) => accountName(accountOf(snapshot, code)),
    item: (no: number) => `item ${no}`,
  };
  const said = sayWithoutCodes(snapshot, words, names);
  return said ? stop(said) : "";
}

/** By its handle, as people speak of it; ids stand in the tables. */
function accountName(account: SnapshotAccount | null): string {
  if (!account) return "the account";
  const { platform, handles } = account;
  return handles[0] ? `the ${platform} account ${isolated(handles[0].handle)}` : idOf(account);
}

function idOf({ platform, platformId, idIs }: SnapshotAccount): string {
  if (!platformId) return `the ${platform} account`;
  return `the ${platform} account with ${idIs === "phone" ? "number" : "id"} ${platformId}`;
}

function authority(snapshot: PacketSnapshot): Block[] {
  const { caseNumber } = wordsOfPair(snapshot).police;
  const number = docketOf(snapshot);
  return [
    particulars(
      [
        cells([strong(label(snapshot, "fieldAuthority"))], [blank(70)]),
        cells([strong(label(snapshot, "fieldProsecutor"))], [blank(70)]),
        cells([strong("Investigating authority")], investigator(snapshot) ?? [blank(70)]),
        cells([strong(caseNumber)], number ? docketText(number) : [blank(52)]),
      ],
      52,
    ),
  ];
}

function stage(snapshot: PacketSnapshot): Block[] {
  const { stage: written } = snapshot.case;
  const number = docketOf(snapshot);
  const opened = number?.issuedOn ? `The matter was registered on ${formatDate(number.issuedOn)}.` : "";
  const sworn = snapshot.statements.map(
    ({ code, swornOn, place }) => `${sentence(statementName(code))} was sworn on ${formatDate(swornOn)} at ${place}.`,
  );
  const lines = [
    opened,
    written ? say(snapshot, written.text.replace(/^Stage on the day of this version: /, "")) : "",
    ...sworn,
  ].filter(Boolean);
  return lines.length > 0 ? [text(lines.join(" "))] : [];
}

const statementName = (code: string): string => (code === "ST" ? "a statement" : "a supplementary statement");

/** What was done and what was answered, in one order of time, each with what shows it. */
function facts(snapshot: PacketSnapshot): Block[] {
  const done = acts(snapshot).map((incident) => {
    const from = accountOf(snapshot, incident.account);
    const who = from ? accountName(from) : "an account that is not yet identified";
    const shows = shownIn(snapshot, [...incident.statements, ...incident.exhibits]);
    const what = `${sentence(when(snapshot, incident))}, ${didWhat(who, incident)}`;
    return { at: incident.at, text: stop(`${what}${shows}`) };
  });
  // What shows that the sender knew; steps of the investigation stand elsewhere.
  const answered = snapshot.events
    .filter(({ knowledge }) => knowledge)
    .map((event) => {
      const what = say(snapshot, event.what).replace(/\.$/, "");
      return {
        at: event.at,
        text: stop(
          `${sentence(when(snapshot, { at: event.at, exact: true }))}: ${what}${shownIn(snapshot, event.sources)}`,
        ),
      };
    });
  const all = [...done, ...answered].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const more = [...snapshot.case.clientFacts, ...snapshot.case.harm].map((fact) => ({
    text: stop(`${say(snapshot, fact.text).replace(/\.$/, "")}${shownIn(snapshot, fact.sources)}`),
  }));
  return [...all, ...more].map((fact, i) => ({ b: "item", no: `${i + 1}.`, text: fact.text }));
}

function when({ zones }: PacketSnapshot, { at: instant, exact }: { at: string; exact: boolean }): string {
  return exact ? `on ${at(instant, zones.home)} (${utc(instant)})` : `on ${dayOf(instant, zones.home)}`;
}

function offences(snapshot: PacketSnapshot): Block[] {
  if (snapshot.charges.length === 0) return [];
  return [
    ...snapshot.charges.map((charge): Block => {
      const force = charge.inForceFrom ? ` In force since ${formatDate(charge.inForceFrom)}.` : "";
      return { b: "text", text: [strong(`${charge.provision}. `), `Maximum: ${within(charge.maximum)}.${force}`] };
    }),
    text("The text of each provision is attached."),
  ];
}

type ElementRow = { home: string; there: string; facts: string };

const element = z.object({ text: z.string() }).nullable();
const fact = z.object({
  by: z.enum(["client", "sender"]).nullable(),
  at: z.string().nullable(),
  words: z.string().nullable(),
  what: z.string().nullable(),
  statement: z.string().nullish(),
  exhibit: z.string().nullable(),
});
const aligned = z.object({ rows: z.array(z.object({ home: element, there: element, facts: z.array(fact) })) });

/** Both countries in one row where the record has aligned them; otherwise as each pairing lists its elements. */
function elementRows(snapshot: PacketSnapshot): ElementRow[] {
  const { data } = aligned.safeParse((snapshot as { law?: unknown }).law);
  if (data && data.rows.length > 0)
    return data.rows.map((row) => ({
      home: row.home?.text ?? "",
      there: row.there?.text ?? "",
      facts: row.facts.map((one) => factLine(snapshot, one)).join("\n"),
    }));
  return snapshot.pairs.flatMap(({ elements }) =>
    elements.map(({ home, other, facts, shownBy }) => ({
      home,
      there: other,
      facts: say(snapshot, `${facts.replace(/\.$/, "")}${shownIn(snapshot, shownBy)}`),
    })),
  );
}

/** `2 Sep 2026 at 18:14 SAST, the sender: “…” (annexure 1)`. */
function factLine(
  snapshot: PacketSnapshot,
  { by, at: instant, words, what, statement, exhibit }: z.output<typeof fact>,
) {
  const time = instant ? at(instant, snapshot.zones.home) : "";
  const who = by === "client" ? "the complainant" : by === "sender" ? "the sender" : "";
  const said = words ? `“${isolated(words)}”` : what ? say(snapshot, what).replace(/\.$/, "") : "";
  const head = [time, who].filter(Boolean).join(", ");
  const shown = shownIn(
    snapshot,
    [statement, exhibit].filter((code): code is string => Boolean(code)),
  );
  return stop(`${sentence(head ? `${head}: ${said}` : said)}${shown}`);
}

function dualCriminality(snapshot: PacketSnapshot): Block[] {
  if (snapshot.pairs.length === 0) return [];
  const { homeCountry } = snapshot.case;
  const there = label(snapshot, "inThere");
  const rows = elementRows(snapshot).map((row) => cells(row.home || "–", row.there || "–", row.facts));
  return [
    ...snapshot.pairs.map(({ home, other }) =>
      text(
        `The conduct described is punishable under ${home.provision} in ${label(snapshot, "inHome")}. Had it occurred in ${there}, it would be punishable under ${other.provision} (maximum: ${within(other.maximum)}).`,
      ),
    ),
    ...(rows.length > 0
      ? [
          table(
            [
              [52, `Element in ${homeCountry}`],
              [52, `Element in ${there}`],
              [66, "Facts"],
            ] as const,
            rows,
          ),
        ]
      : []),
  ];
}

function sought(snapshot: PacketSnapshot): Block[] {
  const rows = askRows(snapshot);
  if (rows.length === 0) return [];
  return [
    text(`It is requested that the competent authorities of ${label(snapshot, "inThere")} obtain and transmit:`),
    table(
      [
        [10, "No."],
        [60, "Holder and account"],
        [58, "Records"],
        [42, "Period (UTC)"],
      ] as const,
      rows,
    ),
    text("Nothing is requested on any other account or person."),
  ];
}

/** One row for each thing that is asked of one holder. */
function askRows(snapshot: PacketSnapshot): Row[] {
  return askedOf(snapshot).map((ask, i, all) => {
    const { identifier, records, from, to, because } = ask;
    const found = ask.class || !identifier ? identifier : lower(say(snapshot, identifier).replace(/\.$/, ""));
    const reason = ask.why ?? because.text;
    return cells(
      all[i - 1]?.no === ask.no ? "" : ask.no.replace(/^Q-/, ""),
      [strong(entityOf(ask)), found ? `: ${found}` : ""],
      [say(snapshot, records), say(snapshot, reason)].filter(Boolean).join(" "),
      from || to ? periodOf(from === "creation" ? null : from, to === "answer" ? null : to) : "–",
    );
  });
}

function periodOf(from: string | null, to: string | null): string {
  return `${from ? utc(from) : "creation of the account"} to ${to ? utc(to) : "the date of the answer"}`;
}

function purpose(snapshot: PacketSnapshot): Block[] {
  const written = snapshot.request.purpose;
  if (written.length > 0) return written.map((statement) => text(say(snapshot, statement.text)));
  const accounts = listed(snapshot.accounts.map(({ code }) => code)) || "the accounts";
  const own = sentenceOf(snapshot, "purpose", { accounts });
  return own ? [text(say(snapshot, own.text))] : [];
}

function persons(snapshot: PacketSnapshot): Block[] {
  const { subjectIdentity } = snapshot.case;
  const rows = snapshot.accounts.map((account) =>
    cells(
      account.platform,
      account.platformId ?? "not known",
      account.handles.map(({ handle }) => isolated(handle)).join(", ") || "not known",
      account.provider?.entity ?? "not known",
    ),
  );
  return [
    text("The complainant is identified in the sealed annexure to this request."),
    text(
      subjectIdentity
        ? say(snapshot, subjectIdentity.text)
        : "The suspect’s name, date of birth, nationality and address are not known.",
    ),
    ...(rows.length > 0
      ? [
          table(
            [
              [28, "Service"],
              [48, "Account id or number"],
              [50, "Handles"],
              [44, "Provider"],
            ] as const,
            rows,
          ),
        ]
      : []),
  ];
}

/** The reviewed sentence is a suggestion to the prosecutor; in the letter it is a request. */
function certification(snapshot: PacketSnapshot): Block[] {
  const written = snapshot.request.certification;
  const words = written?.text ?? sentenceOf(snapshot, "certification")?.text;
  if (!words) return [];
  const [ask = ""] = words.replace(/^Suggested: /, "").split(/ (?=Which form serves)/);
  return [text(`It is requested that the evidence be given in this form: ${lower(say(snapshot, ask))}`)];
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function secrecy(snapshot: PacketSnapshot): Block[] {
  const reason = snapshot.request.secrecy;
  if (!reason) return [];
  return [
    text(
      "It is requested that this request, its contents and its execution be kept confidential, and that the providers not tell the account holders.",
    ),
    text(`Reason: ${say(snapshot, reason.text.replace(/^Reason(?: for the prosecutor’s use)?: /, ""))}`),
  ];
}

/** What expires, and what was written of urgency; a danger is named by those who assessed it. */
function urgency(snapshot: PacketSnapshot): Block[] {
  const kept = factsOf(snapshot).preservation.flatMap(({ account, until }) =>
    until ? [`The preservation of ${accountName(accountOf(snapshot, account))} ends on ${formatDate(until)}.`] : [],
  );
  const written = [...snapshot.request.urgency, ...snapshot.case.urgent].map((point) =>
    say(snapshot, point.text.replace(/^No preservation (?:reference )?is recorded[^.]*\. ?/, "")),
  );
  return [...new Set([...written, ...kept])].filter(Boolean).map(text);
}

function annexures(snapshot: PacketSnapshot): Block[] {
  return snapshot.exhibits.map((exhibit, i) => ({
    b: "item",
    no: `${i + 1}.`,
    text: say(snapshot, exhibit.title),
  }));
}

function signature(snapshot: PacketSnapshot): Block[] {
  const rows: Field[][] = [
    [{ label: label(snapshot, "fieldAuthority") }, { label: "Place and date" }],
    [{ label: "Name" }, { label: "Designation" }],
    [{ label: "Official e-mail" }, { label: "Telephone" }],
    [{ label: "Signature and seal" }],
  ];
  return [
    text(
      `The requesting authority assures the authorities of ${label(snapshot, "inThere")} of its willingness to give further information, and thanks them for their assistance.`,
    ),
    { b: "fields", rows },
  ];
}
