import "server-only";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import type { Paper, PaperPart } from "@/lib/platform/paper";
import { paperIn } from "@/lib/platform/pdf/style";
import { formatInstant } from "@/lib/platform/text/format";
import { tableWidths } from "./labels";
import type { DocumentBlock, DocumentBody, DocumentState, Signer } from "./types";

export type PaperSetting = {
  state: DocumentState;
  signer: Signer;
  version: number;
  savedAt: Date;
  zone: string;
  caseCode: string;
  code: string;
  organisation: string;
  documentId: string;
  /** The country of the paper's receiver, by its code; nobody's when left out. */
  country?: string;
};

/** The document made from a version, for every file format: confidential lines go on a separate last sheet. */
export function planPaper(body: DocumentBody, setting: PaperSetting): Paper {
  const { state, version, savedAt, zone, caseCode, code } = setting;
  const oaths = body.blocks.filter((block) => block.kind === "oath");
  const open = body.blocks.filter((block) => block.kind !== "field" || !block.confidential);
  const draft = state === "draft";
  return {
    title: body.title,
    addressee: body.addressee,
    parts: [...partsOf(open, draft), ...confidentialSheet(body, draft)],
    head: {
      left: body.title.length > 70 ? `${body.title.slice(0, 68).trimEnd()}…` : body.title,
      right: draft ? "Draft, not for use" : state === "withdrawn" ? "Withdrawn" : "",
    },
    foot: `${caseCode} · paper ${code} · version ${version} · saved ${formatInstant(savedAt, zone)}`,
    watermark: draft ? "DRAFT" : state === "withdrawn" ? "WITHDRAWN" : null,
    initials: initialsOf(oaths),
    size: paperIn(setting.country ?? ""),
    meta: {
      author: setting.organisation,
      at: savedAt,
      id: Buffer.from(sha256Hex(`${setting.documentId}|${version}|${state}`), "hex").subarray(0, 16),
    },
  };
}

/** A final paper has no heading over nothing. */
function partsOf(blocks: readonly DocumentBlock[], draft: boolean): PaperPart[] {
  const parts = joinFields(blocks.flatMap((block) => partOf(block, draft)));
  if (draft) return parts;
  return parts.filter((part, i) => part.p !== "heading" || !["heading", "oath", undefined].includes(parts[i + 1]?.p));
}

function partOf(block: DocumentBlock, draft: boolean): PaperPart[] {
  switch (block.kind) {
    case "heading":
      return block.text ? [{ p: "heading", text: block.text }] : [];
    case "paragraph":
      return block.text ? [{ p: "text", text: block.text }] : [];
    case "numbered":
      return block.text ? [{ p: "numbered", text: block.text }] : [];
    case "prompt":
      // An unanswered field that no rule requires is left out of a final document.
      if (block.text) return [{ p: "numbered", text: block.text }];
      return draft ? [{ p: "numbered", text: `[To be written: ${block.asks}]` }] : [];
    case "field":
      if (block.whenKnown && block.value.trim() === "") return [];
      return [{ p: "fields", rows: [{ label: block.label, value: block.value }] }];
    case "table":
      return tablePart(block.caption, block.head, block.rows, draft);
    case "annexures":
      return tablePart(
        block.called === "Exhibit" ? "Exhibits" : "Annexures",
        [block.called === "Exhibit" ? "Exhibit" : "Mark", "File", "What it is", "SHA-256"],
        block.rows.map((row) => [row.mark, row.exhibit, row.description, row.sha256]),
        draft,
      );
    case "oath":
      return [oathPart(block)];
    case "signature":
      return [{ p: "signature", who: block.who, blanks: block.blanks }];
    case "notice":
      return block.inside ? [] : [{ p: "notice", text: block.text }];
  }
}

type Oath = Extract<DocumentBlock, { kind: "oath" }>;

/** Who signs every page: the one who swears or declares, and the officer before whom it is sworn. */
function initialsOf(oaths: readonly Oath[]): string[] {
  const signs = (blanks: readonly string[]) =>
    blanks.flatMap((blank) => /^Signature (?:or mark )?of the (.+)$/.exec(blank)?.[1] ?? []);
  const [one = "declarant"] = oaths.flatMap(({ blanks }) => signs(blanks));
  const officers = oaths.flatMap(({ blanks }) => (blanks.includes(stamp) ? signs(blanks) : []));
  return oaths.length === 0 ? [] : [...new Set([one, ...officers])];
}

/** A blank of this name is a frame for the stamp of an officer, in whose presence every page is then signed. */
const stamp = "Stamp";

function oathPart({ heading, lines, blanks }: Oath): PaperPart {
  const pen = blanks.filter((blank) => blank !== stamp);
  return { p: "oath", heading, lines, blanks: pen, ...(pen.length < blanks.length ? { stamp } : {}) };
}

/** What is not there is said to the one who drafts, and not to the receiver; a column without a word is left out. */
function tablePart(caption: string, head: string[], rows: string[][], draft: boolean): PaperPart[] {
  if (rows.length === 0) return draft ? [{ p: "text", text: `${caption}: none recorded.` }] : [];
  const told = head.map((_, i) => i === 0 || rows.some((row) => row[i] !== "–"));
  const of = (row: string[]) => row.filter((_, i) => told[i]);
  const heads = of(head);
  const cells = rows.map(of);
  return [{ p: "table", caption, head: heads, rows: cells, widths: tableWidths(heads, cells) }];
}

/** Lines of a form that follow one another become one block. */
function joinFields(parts: readonly PaperPart[]): PaperPart[] {
  const joined: PaperPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.p === "fields" && last?.p === "fields") last.rows.push(...part.rows);
    else joined.push(part.p === "fields" ? { p: "fields", rows: [...part.rows] } : part);
  }
  return joined;
}

function confidentialSheet(body: DocumentBody, draft: boolean): PaperPart[] {
  const rows = body.blocks.flatMap((block) =>
    block.kind === "field" && block.confidential && (draft || block.value.trim() !== "")
      ? [{ label: block.label, value: block.value }]
      : [],
  );
  if (rows.length === 0) return [];
  const note = `Belongs to: ${body.title}. Hand it over apart from the paper. The other side must not get it.`;
  return [
    { p: "sheet", title: "Confidential sheet: not to be served", note },
    { p: "fields", rows },
  ];
}
