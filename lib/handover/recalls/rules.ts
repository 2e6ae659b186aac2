import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { check, mono, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { formatInstant } from "@/lib/platform/text/format";
import type { RecallCause } from "./types";

export type LetterFacts = {
  code: string;
  version: number;
  sha256: string | null;
  /** The officer or the office that holds the copy. */
  to: string;
  how: "portal" | "paper";
  leftAt: Date;
  withAnnex: boolean;
  cause: RecallCause;
  zone: string;
  organisation: string;
  /** E-mail and phone of the organisation, if known. */
  desk: readonly string[];
  at: Date;
  id: string;
};

const reasons: Record<RecallCause, string> = {
  revoked: "The client has taken back their written consent to your having it.",
  taken_off: "The written consent of the client no longer names you, so it does not cover your having it.",
  asked: "No written consent of the client covers your having it.",
};

/** The letter that asks for the return of a copy. It identifies the packet by number and names nobody of the case. */
export function planRecall(facts: LetterFacts): DocumentPlan {
  const { code, version, to, organisation } = facts;
  const rows: readonly (readonly [string, Rich])[] = [
    ["To", to],
    ["Packet", [strong(code), `, version ${version}${facts.withAnnex ? ", with its sealed annex" : ""}`]],
    [
      "It reached you",
      `${facts.how === "paper" ? "On paper or by post" : "In the portal or by a link"}, ${formatInstant(facts.leftAt, facts.zone)}`,
    ],
    ...(facts.sha256 ? [["SHA-256 of the served part", [mono(facts.sha256)]] as const] : []),
  ];
  const blocks: Block[] = [
    { b: "section", short: "Recall" },
    { b: "paperTitle", text: "Recall of a packet" },
    {
      b: "table",
      columns: [{ mm: 46 }, { mm: 124 }],
      rows: rows.map(([name, value]) => ({ cells: [[strong(name)], value] })),
    },
    {
      b: "text",
      text: `${reasons[facts.cause]} We ask you to stop using it now, and to return or destroy every copy, also those that you gave to others.`,
    },
    {
      b: "text",
      text: "If the law or an order obliges you to keep a copy, say so below and name it. Please answer within seven days.",
    },
    {
      b: "table",
      columns: [{ mm: 170, head: "What became of the copies: tick each that is true" }],
      rows: [
        "All copies are returned with this letter",
        "All copies are destroyed, also those in back-ups and in the docket",
        "A copy is kept; by which law or order, and where:",
      ].map((text) => ({ cells: [[check(text)]] })),
    },
    {
      b: "fields",
      rows: [
        [{ label: "Name" }, { label: "Rank" }],
        [{ label: "Force or staff number" }, { label: "Station or office" }],
        [{ label: "Date and time" }, { label: "Signature" }],
      ],
    },
    { b: "text", text: `The signed letter goes back to ${[organisation, ...facts.desk].join(", ")}.` },
  ];
  return {
    blocks,
    head: { left: code, leftRest: ` · version ${version}`, right: "RECALL" },
    foot: `${code}-v${version}, recall`,
    meta: {
      title: `${code}-v${version}, recall`,
      author: organisation,
      language: "en-ZA",
      at: facts.at,
      id: Buffer.from(facts.id.replaceAll("-", ""), "hex"),
    },
  };
}
