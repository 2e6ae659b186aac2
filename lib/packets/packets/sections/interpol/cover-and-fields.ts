import type { Row } from "@/lib/platform/pdf/blocks";
import { blank, check, type Inline, newLine, type Rich } from "@/lib/platform/pdf/rich-text";
import { fixedLines } from "../../fixed-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { dangerBox } from "../brief/danger";
import { docketOf, officerText } from "../facts";
import { label } from "../pair-words";
import { type Section, subheading, table } from "../section";
import { coverBlocks, specimenNote } from "../short/cover";
import { caseNumberText, wordsOfPair } from "../short/words";
import { labelled, lawInBrackets } from "../source-column";
import { countOf, formatDate, within } from "../words";
import { bureausOf, levelWords, purposeVerbs, purposeWords } from "./words";

/** The first page: what it is not, and the fields of a message, with blanks for what the bureau fills. */
export const coverAndFields: Section = {
  id: "cover",
  build: ({ snapshot }) => {
    const { from, to } = bureausOf(snapshot);
    return [
      ...coverBlocks({
        short: "Cover and message fields",
        kicker: "SERVED PART · CONFIDENTIAL · POLICE TO POLICE",
        title: "INTERPOL briefing",
        lead: `For ${from}, towards ${to}. Client ${snapshot.case.clientCode}, ${snapshot.case.subjectCode}.`,
        first: fixedLines.notMessage,
        notice: {
          text: "This is a briefing prepared by a victim-support organisation for the investigating officer, who decides whether to ask the bureau. Only a National Central Bureau can send a message, over I-24/7.",
          sources: ["F17", ...wordsOfPair(snapshot).ncb.oneSender],
        },
        codes: "F3",
      }),
      ...dangerBox(snapshot),
      subheading("1", "Fields for the message"),
      table(
        [
          [46, "Field"],
          [124, "From the case; blank lines are for the officer or the bureau to complete"],
        ] as const,
        fieldRows(snapshot),
        true,
      ),
      ...specimenNote(snapshot),
    ];
  },
};

function fieldRows(snapshot: PacketSnapshot): Row[] {
  const { from, to } = bureausOf(snapshot);
  const { homeCountry, otherCountry } = snapshot.case;
  const { ncb } = snapshot;
  return [
    labelled("From, to", `${from} (${homeCountry}) to ${to} (${otherCountry})`),
    labelled("References", [
      "own: ",
      referenceText(snapshot, ncb?.ownReference) ?? blank(44),
      `;  other side: ${referenceText(snapshot, ncb?.otherReference) ?? "none known"}`,
    ]),
    labelled("Date, priority, by when", [
      blank(24),
      "  ",
      check("normal"),
      "  ",
      check("urgent"),
      `  asked for: ${ncb?.priority ?? "not stated"} (${inDanger(snapshot) ? "danger, above" : "section 2"}), by `,
      ncb?.by ? formatDate(ncb.by) : blank(24),
    ]),
    labelled("Subject line", subjectLine(snapshot)),
    labelled(
      "Purpose (one)",
      ncb?.purpose
        ? [purposeWords[ncb.purpose], ...lawInBrackets(wordsOfPair(snapshot).ncb.oneSender)]
        : [blank(84), "  (one)"],
    ),
    labelled("Investigating unit", unit(snapshot)),
    labelled("Offences", offences(snapshot)),
    labelled(`Equivalent ${label(snapshot, "otherDemonym")} offence`, counterparts(snapshot)),
    labelled("Action asked for", ncb?.action ?? [blank(118), newLine, blank(118)]),
    labelled("Kind; to follow", [
      wordsOfPair(snapshot).ncb.kind.text,
      ...lawInBrackets(wordsOfPair(snapshot).ncb.kind.sources),
      `. ${wordsOfPair(snapshot).ncb.follow.text}`,
    ]),
    labelled("Confidentiality, use", [
      ...Object.values(levelWords).flatMap((words): Inline[] => [check(words), "  "]),
      ncb ? `(bureau; asked for: ${levelWords[ncb.level]})` : "(bureau)",
      newLine,
      ...conditions(snapshot),
    ]),
  ];
}

const inDanger = ({ case: { danger } }: PacketSnapshot): boolean =>
  danger?.answer === "imminent" || danger?.answer === "serious";

function referenceText(snapshot: PacketSnapshot, code: string | null | undefined): string | null {
  const found = snapshot.references.find((reference) => reference.code === code);
  return found?.number ? `${found.number} (${found.code})` : null;
}

function subjectLine(snapshot: PacketSnapshot): string {
  const { accounts, ncb } = snapshot;
  const users = accounts.length > 0 ? countOf(accounts.length, "account") : "an account not yet known";
  const verb = ncb?.purpose ? `${purposeVerbs[ncb.purpose]} the user of ${users}` : users;
  return [snapshot.case.matter, verb].filter(Boolean).join("; ");
}

function unit(snapshot: PacketSnapshot): Rich {
  const { officer } = snapshot;
  const number = docketOf(snapshot);
  const staffNumber = officer?.forceNumber
    ? `${wordsOfPair(snapshot).police.staffNumber} ${officer.forceNumber}`
    : null;
  const parts = [officerText(snapshot) ?? number?.issuer, staffNumber, number ? caseNumberText(snapshot) : null];
  const from = [officer?.release, number?.code].filter(Boolean);
  if (from.length === 0) return [blank(84), "  (officer)"];
  return `${parts.filter(Boolean).join(", ")} (${from.join(", ")})`;
}

function offences({ charges }: PacketSnapshot): Rich {
  if (charges.length === 0) return [blank(84), "  (officer)"];
  return charges.flatMap((charge, i): Inline[] => [
    ...(i > 0 ? [newLine] : []),
    `${charge.provision}, ${within(charge.maximum)}`,
    ...lawInBrackets(charge.sources),
  ]);
}

function counterparts({ pairs }: PacketSnapshot): Rich {
  const others = [...new Map(pairs.map((pair) => [pair.other.provision, pair.other])).values()];
  if (others.length === 0) return "No pairing is drafted in this version.";
  return others.flatMap((other, i): Inline[] => [
    ...(i > 0 ? [newLine] : []),
    `${other.provision}, ${within(other.maximum)}`,
    ...lawInBrackets([other.law]),
  ]);
}

function conditions(snapshot: PacketSnapshot): Inline[] {
  const { releases, ncb } = snapshot;
  const release = releases.find((candidate) => candidate.roles.includes("ncb") && !candidate.revokedOn);
  const until = release
    ? ` (${release.code}${release.expiresOn ? `, expires ${formatDate(release.expiresOn)}` : ""})`
    : "";
  return ncb?.conditions ? [`${ncb.conditions}${until}`] : [blank(84), `  (officer)${until}`];
}
