import type { Block, Field } from "@/lib/platform/pdf/blocks";
import { type Inline, newLine } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { docketOf, lawOfAsked, officerText } from "../facts";
import { label, sentenceOf, sourcesBeside, wordingPara } from "../pair-words";
import { covered } from "../preflight-result";
import { type Section, sectionHead, subheading } from "../section";
import { urgentPoints } from "../shared/urgency";
import { para, sourcesOf } from "../source-column";
import { spans, stop } from "../words";

/** Who may ask, what is to be kept secret and why, by when, and in which form the answer can be used. */
export const handling: Section = {
  id: "handling",
  build: ({ snapshot }) => [
    ...sectionHead("handling"),
    ...authority(snapshot),
    ...jurisdiction(snapshot),
    ...secrecy(snapshot),
    ...urgency(snapshot),
    ...certification(snapshot),
    subheading("6.6", "Release by the client"),
    ...covered(snapshot),
  ],
};

function authority(snapshot: PacketSnapshot): Block[] {
  const docket = docketOf(snapshot);
  const { officer } = snapshot;
  const office = docket?.station ?? docket?.issuer;
  const at = { codes: [docket?.code, officer?.release] };
  const named = (text: string, value: string | null | undefined): Field =>
    value ? { label: text, value } : { label: text };
  return [
    subheading("6.1", "Authority conducting the matter"),
    ...(office
      ? wordingPara(snapshot, "authorityKnown", { ...at, fills: { office } })
      : wordingPara(snapshot, "authorityUnknown", at)),
    ...wordingPara(snapshot, "authorityPath"),
    {
      b: "fields",
      rows: [
        [{ label: label(snapshot, "fieldAuthority") }, { label: label(snapshot, "fieldProsecutor") }],
        [{ label: "Official e-mail" }, { label: "Telephone" }],
        [
          named(label(snapshot, "fieldOfficer"), officerText(snapshot)),
          named(label(snapshot, "fieldServiceNumber"), officer?.forceNumber),
        ],
      ],
    },
    { b: "note", text: label(snapshot, "legalBasis") },
  ];
}

/** On what ground each country tries the matter, and what is not in force and not relied on. */
function jurisdiction(snapshot: PacketSnapshot): Block[] {
  return [
    subheading("6.2", "Jurisdiction"),
    ...wordingPara(snapshot, "jurisdiction", { codes: [] }),
    ...wordingPara(snapshot, "jurisdictionThere"),
    ...wordingPara(snapshot, "F8"),
  ];
}

function certification(snapshot: PacketSnapshot): Block[] {
  const wanted = snapshot.request.certification;
  return [
    subheading("6.5", "Form of proof"),
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
      ? para(
          `It is suggested that the request be kept confidential and that the providers not notify the subscriber. Reason: ${stop(reason.text.replace(/^Reason(?: for the prosecutor’s use)?: /, ""))}`,
          sourcesOf(spans(reason.sources)),
        )
      : para(
          "No reason for secrecy is recorded in this version. It is for the prosecutor to state one, or to leave it out.",
          ["case record"],
        ),
    ...(laws.length > 0
      ? [para("A provider may notify the user of legal process unless an order bars it.", sourcesOf(laws))]
      : []),
    ...(length?.sources.some((source) => laws.includes(source))
      ? [para(length.text, sourcesBeside([], length.sources))]
      : []),
  ];
  const fields: Block = {
    b: "fields",
    rows: [[{ label: "Keep the request confidential until" }, { label: "Bar on notice to the user, length" }]],
  };
  return [subheading("6.3", "Confidentiality"), ...blocks.slice(0, -1), keep([...blocks.slice(-1), fields])];
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
    subheading("6.4", "Urgency"),
    para(lettered, sourcesOf(spans(lines.flatMap((line) => line.sources)), "case record")),
    keep([...wordingPara(snapshot, "F11"), { b: "fields", rows: [[{ label: "Answer needed by (date and reason)" }]] }]),
  ];
}
