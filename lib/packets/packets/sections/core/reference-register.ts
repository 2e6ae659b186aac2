import type { Block, Field, Row } from "@/lib/platform/pdf/blocks";
import { type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot, SnapshotReference } from "../../snapshot/snapshot";
import { codes, docketText } from "../facts";
import { label, wordingPara } from "../pair-words";
import { cells, orNot, type Section, sectionHead, table } from "../section";
import { para, sourcesOf } from "../source-column";
import { formatDate, sentence, spans } from "../words";

/** Every number as issued; what has none says so, and who has to act. */
export const referenceRegister: Section = {
  id: "references",
  build: ({ snapshot }) => [
    ...sectionHead("numbers"),
    ...wordingPara(snapshot, "registerOpening", { codes: spans(codes(snapshot.references)) }),
    ...register(snapshot),
    ...whoMustAct(snapshot),
    { b: "h3", title: "For the officer or central authority to add" },
    { b: "fields", rows: toAdd(snapshot) },
  ],
};

const states = {
  not_yet_issued: "not yet issued",
  none_known: "none known",
  not_applicable: "not applicable",
} as const;

function register(snapshot: PacketSnapshot): Block[] {
  if (snapshot.references.length === 0)
    return [
      para("No reference number is recorded. None is yet issued, as far as this organisation knows.", ["case record"]),
    ];
  const columns = [
    [11, "No."],
    [32, "Type"],
    [48, "Number as issued"],
    [31, "Issuer"],
    [20, "Date"],
    [28, "Received by; proof held"],
  ] as const;
  return [table(columns, snapshot.references.map(row), true)];
}

function row(reference: SnapshotReference): Row {
  const number: Rich =
    reference.state === "issued" ? [strong(docketText(reference) || "not recorded")] : states[reference.state];
  const expiry = reference.expiresOn ? `; expires ${formatDate(reference.expiresOn)}` : "";
  const came = [reference.cameBy, reference.proof, reference.answer].filter(Boolean).join("; ");
  return cells(
    reference.code,
    reference.label,
    number,
    reference.issuer ?? (reference.state === "not_applicable" ? "" : "not recorded"),
    reference.issuedOn ? formatDate(reference.issuedOn) : reference.state === "issued" ? "not recorded" : "",
    `${reference.state === "issued" ? orNot(came) : orNot(reference.whoActs, whoElse(reference))}${expiry}`,
  );
}

function whoElse(reference: SnapshotReference): string {
  return reference.state === "not_yet_issued" ? "who must act is not recorded" : "nobody has to act";
}

/** The open numbers by who has to act for them, so that each reader finds their own. */
function whoMustAct(snapshot: PacketSnapshot): Block[] {
  const open = snapshot.references.filter((reference) => reference.state === "not_yet_issued");
  if (open.length === 0) return [];
  const actors = [...new Set(open.map((reference) => orNot(reference.whoActs, whoElse(reference))))];
  const lines = actors.map((actor) => {
    const theirs = open.filter((reference) => orNot(reference.whoActs, whoElse(reference)) === actor);
    return `${sentence(actor)}: ${theirs.map((reference) => `${reference.label} (${reference.code})`).join(", ")}.`;
  });
  return [para([strong("Who must act. "), lines.join(" ")], sourcesOf(spans(codes(open))))];
}

function toAdd(snapshot: PacketSnapshot): Field[][] {
  const open = snapshot.references.filter((reference) => reference.state === "not_yet_issued");
  const fields: Field[] =
    open.length > 0
      ? open.slice(0, 12).map((reference) => ({ label: `${reference.code} ${reference.label}: number and date` }))
      : label(snapshot, "numbersToAdd")
          .split("; ")
          .map((text) => ({ label: text }));
  if (fields.length % 2 === 1) fields.push({ label: "Another number" });
  return fields.flatMap((_field, i) => (i % 2 === 0 ? [fields.slice(i, i + 2)] : []));
}
