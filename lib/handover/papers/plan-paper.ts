import { groupFingerprint } from "@/lib/packets/signatures/rules";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { mono, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { PageSize } from "@/lib/platform/pdf/style";
import { relationOf } from "./rules";
import type { PaperKind } from "./types";

/** What every paper about a handover says of its packet and of its signature. */
export type PaperFacts = {
  /** Of this paper; a slip has that of its version. */
  id: string;
  paper: PaperKind;
  /** The name of the file. */
  name: string;
  organisation: string;
  code: string;
  version: number;
  kind: string;
  /** Of the served part. */
  sha256: string | null;
  pages: number | null;
  manifestSha256: string;
  /** SHA-256 of the certificate that signs it. */
  signer: string;
  size: PageSize;
  at: Date;
};

/** A paper that names its packet in its metadata by the hash of its list, for the verifier. */
export function planPaper(
  facts: PaperFacts,
  { title, short, blocks }: { title: string; short: string; blocks: readonly Block[] },
): DocumentPlan {
  const { code, version, organisation, paper, manifestSha256, size, at, id } = facts;
  const foot = `${code}-v${version}, ${short}`;
  return {
    blocks: [{ b: "section", short: title }, { b: "paperTitle", text: title }, ...blocks],
    head: { left: code, leftRest: ` · version ${version}`, right: short.toUpperCase() },
    foot,
    size,
    meta: {
      title: foot,
      author: organisation,
      language: "en-ZA",
      at,
      id: Buffer.from(id.replaceAll("-", ""), "hex"),
      relation: relationOf({ code, version }, paper, manifestSha256),
    },
  };
}

export function rowsOf(rows: readonly (readonly [string, Rich])[]): Block {
  return {
    b: "table",
    columns: [{ mm: 46 }, { mm: 124 }],
    rows: rows.map(([name, value]) => ({ cells: [[strong(name)], value] })),
  };
}

/** Who signed it electronically, and how anybody checks that. */
export function signedBlocks({ organisation, signer, name }: PaperFacts): Block[] {
  const fingerprint: Rich = [
    mono(groupFingerprint(signer).join(" ")),
    " (SHA-256). Confirm it by telephone, on a number that you already hold.",
  ];
  return [
    { b: "h3", title: "Electronic signature" },
    rowsOf([
      ["Signed by", organisation],
      ["Certificate fingerprint", fingerprint],
      [
        "To verify",
        `Place this file and ${name}.p7s in the folder of the packet and open verify.html there. No network is needed.`,
      ],
    ]),
  ];
}
