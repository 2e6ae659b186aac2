import type { Block } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { codes, docketText, referencesOf } from "../facts";
import { covered } from "../preflight-result";
import { cells, type Section, subheading, table } from "../section";
import { waysTo } from "../short/cover";
import { exhibitsHeld } from "../short/exhibits-held";
import { filedOnline } from "../short/filed-online";
import { wordsOfPair } from "../short/words";
import { para, sourcesOf } from "../source-column";
import { criteria } from "./criteria";
import { bureausOf } from "./words";

/** Sections 4 and 5, the release and the line for the reply. */
export const evidenceAndReply: Section = {
  id: "evidence",
  build: ({ snapshot }) => [
    { b: "section", short: "References, evidence, criteria" },
    subheading("4", "References and evidence held"),
    ...referenceTable(snapshot),
    ...filedOnline(snapshot),
    ...exhibitsHeld(snapshot),
    ...criteria(snapshot),
    { b: "section", short: "Release, reply and sources" },
    { b: "h3", title: "Released by the client" },
    ...covered(snapshot),
    ...reply(snapshot),
  ],
};

/** The numbers that were issued; an officer has no use for those that were not. */
function referenceTable({ references: all }: PacketSnapshot): Block[] {
  const references = all.filter(({ state }) => state === "issued" || state === "none_known");
  if (references.length === 0) return [para("No reference number is recorded.", ["case record"])];
  const rows = references.map((reference) =>
    cells(
      reference.code,
      reference.label,
      reference.state === "issued" ? [strong(docketText(reference) || "not recorded")] : "none known",
      reference.issuer ?? "",
    ),
  );
  return [
    table(
      [
        [12, "No."],
        [48, "Type"],
        [66, "Number"],
        [44, "Issuer"],
      ] as const,
      rows,
      true,
    ),
  ];
}

function reply(snapshot: PacketSnapshot): Block[] {
  const { org, packet } = snapshot;
  const open = referencesOf(snapshot, "ncb");
  const { from } = bureausOf(snapshot);
  const recorded = open[0] ? ` It is recorded as ${open[0].code}.` : "";
  const text = `Please give the reference of ${from} to the liaison desk, ${waysTo(org)}, quoting ${packet.no}.${recorded}`;
  const blocks: Block[] = [
    { b: "h3", title: "For the officer" },
    para(text, sourcesOf(codes(open), "packet record")),
    {
      b: "fields",
      rows: [
        [{ label: `Sent to ${from} by (name, ${wordsOfPair(snapshot).police.rank})` }],
        [{ label: "Date and time" }, { label: "Reference of the bureau" }],
      ],
    },
  ];
  return [{ b: "keep", blocks }];
}
