import "server-only";
import { and, asc, eq, ne } from "drizzle-orm";
import { documents, documentVersions } from "@/db/schema";
import { planPaper } from "@/lib/documents/papers/plan-paper";
import { documentCode, plainTitle } from "@/lib/documents/papers/rules";
import type { DocumentBody } from "@/lib/documents/papers/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { findTemplate, type Law } from "@/lib/law/jurisdictions/rules";
import { maskProtected } from "./mask-protected";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { paperPartSchema } from "./snapshot-paper-parts";
import { statedIn } from "./stated";
import { exhibitCode, incidentCode } from "./words";

type Part = NonNullable<PacketSnapshotInput["papers"]>[number];
type Setting = { law: Law; home: string; refusalId: string; witnesses: string | null };

/** The documents of a case with their newest text, by number. Withdrawn ones are excluded. */
export async function readPapers(ctx: TxCtx, vault: Vault, caseId: string) {
  const rows = await ctx.db
    .select({ row: documents, saved: documentVersions })
    .from(documents)
    .innerJoin(
      documentVersions,
      and(eq(documentVersions.documentId, documents.id), eq(documentVersions.version, documents.version)),
    )
    .where(and(eq(documents.orgId, ctx.orgId), eq(documents.caseId, caseId), ne(documents.state, "withdrawn")))
    .orderBy(asc(documents.number));
  return rows.map(({ row, saved }) => {
    const place = { table: "document_versions", column: "body", row: saved.id };
    return { row, saved, body: JSON.parse(vault.open(place, saved.body)) as DocumentBody };
  });
}

export type PaperRecord = Awaited<ReturnType<typeof readPapers>>[number];

/** Documents by their plain titles, and sworn ones as statements. A complaint is printed only with its own refusal. */
export function paperParts(
  record: CaseRecord,
  papers: readonly PaperRecord[],
  chosen: ReadonlySet<string>,
  setting: Setting,
): Pick<PacketSnapshotInput, "papers" | "statements" | "statement"> & { stated: Stated } {
  const mine = papers.filter(({ row }) => row.refusalId === null || row.refusalId === setting.refusalId);
  const sworn = mine
    .filter((paper) => paper.row.state === "sworn" && isStatement(paper))
    .toSorted((a, b) => (a.row.swornOn ?? "").localeCompare(b.row.swornOn ?? "") || a.row.number - b.row.number);
  const stated = statedOf(record, sworn);
  const last = sworn.at(-1);
  const acts = record.incidents.filter((incident) => incident.kind === "act").map(incidentCode);
  return {
    papers: mine.map((paper) => paperPart(record, paper, chosen, setting)),
    statements: sworn.map(({ row }, i) => ({
      code: statementCode(i),
      what: i === 0 ? "A statement was" : "A supplementary statement was",
      swornOn: row.swornOn ?? "",
      place: "",
    })),
    statement: last
      ? {
          swornOn: last.row.swornOn ?? "",
          station: null,
          covers: acts.filter((code) => stated.has(code)),
          missing: acts.filter((code) => !stated.has(code)),
        }
      : null,
    stated,
  };
}

/** By the code of an act: `ST 9`, the paragraphs of the statements that speak of it. */
export type Stated = ReadonlyMap<string, string[]>;

const statementCode = (i: number): string => (i === 0 ? "ST" : `ST${i + 1}`);

function statedOf(record: CaseRecord, sworn: readonly PaperRecord[]): Stated {
  const acts = record.incidents.filter((incident) => incident.kind === "act");
  const all = new Map<string, string[]>();
  for (const [i, { body }] of sworn.entries())
    for (const [code, paragraphs] of statedIn(body, acts))
      all.set(code, [...(all.get(code) ?? []), ...paragraphs.map((no) => `${statementCode(i)} ${no}`)]);
  return all;
}

const isStatement = ({ row, body }: PaperRecord) =>
  row.signer === "client" && row.refusalId === null && body.blocks.some((block) => block.kind === "oath");

function paperPart(record: CaseRecord, paper: PaperRecord, chosen: ReadonlySet<string>, setting: Setting): Part {
  const { row, body } = paper;
  const template = findTemplate(row.template, setting.law);
  const known = record.exhibits.filter((exhibit) => chosen.has(exhibit.id));
  const annexed = body.blocks.flatMap((block) =>
    block.kind === "annexures" ? block.rows.map((row) => row.exhibit) : [],
  );
  const isOfRefusal = row.refusalId !== null;
  const isPrinted = isOfRefusal && (row.state === "final" || row.state === "sworn");
  const signed = known.find((exhibit) => exhibit.id === row.swornExhibitId);
  return {
    code: documentCode(row.number),
    title: template ? plainTitle(template) : row.kind.replaceAll("_", " "),
    kind: row.kind,
    state: row.state,
    version: row.version,
    finalOn: row.finalOn,
    swornOn: row.swornOn,
    sentOn: row.sentOn,
    exhibit: signed ? exhibitCode(signed) : null,
    annexures: known.map(exhibitCode).filter((code) => annexed.includes(code)),
    rung: isOfRefusal ? row.rungKey : null,
    about: isOfRefusal ? "refusal" : isStatement(paper) ? "statement" : "other",
    text: isPrinted ? textOf(record, paper, setting) : null,
  };
}

/** The words of a final letter, without its confidential sheet, by codes where the client or a witness is named. */
function textOf(record: CaseRecord, { row, saved, body }: PaperRecord, setting: Setting): Part["text"] {
  const { secrets, code } = record.client;
  const mask = maskProtected(secrets, { client: `Client ${code}`, witnesses: setting.witnesses });
  const paper = planPaper(body, {
    state: row.state,
    signer: row.signer,
    version: row.version,
    savedAt: saved.savedAt,
    zone: setting.home,
    caseCode: record.case.code,
    code: documentCode(row.number),
    organisation: record.org.name,
    documentId: row.id,
  });
  const sheet = paper.parts.findIndex((part) => part.p === "sheet");
  const served = sheet < 0 ? paper.parts : paper.parts.slice(0, sheet);
  return {
    addressee: paper.addressee.map(mask),
    title: mask(paper.title),
    parts: served.map((part) => paperPartSchema.parse(maskAll(part, mask))),
  };
}

function maskAll(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === "string") return mask(value);
  if (Array.isArray(value)) return value.map((item) => maskAll(item, mask));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, maskAll(part, mask)]));
}
