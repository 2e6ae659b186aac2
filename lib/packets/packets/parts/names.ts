import { fileName } from "../rules";
import type { CopyKey, LetterKey } from "../types";
import type { ManifestPart } from "./manifest";

type PartName =
  | Exclude<ManifestPart["part"], LetterKey>
  | "manifest"
  | "manifest_signature"
  | "originals"
  | "sender"
  | CopyKey;

type Named = { code: string; version: number };

/** The file names of a packet: no person's name, and the names that verify.html looks for. */
export function partNames(packet: Named): Record<Exclude<PartName, "superseded_copy">, string> {
  return {
    served: fileName(packet),
    annex: `${packet.code}-v${packet.version}-annex.pdf`,
    request: `${packet.code}-v${packet.version}-request.docx`,
    case_uco: "case-uco.jsonld",
    verifier: "verify.html",
    manifest: "manifest.json",
    manifest_signature: "manifest.json.p7s",
    sender: `${packet.code}-v${packet.version}-sender.pdf`,
    originals: `${packet.code}-v${packet.version}-originals.zip`,
    withdrawn_copy: `${packet.code}-v${packet.version}-withdrawn.pdf`,
  };
}

export const partMimes: Record<PartName, string> = {
  served: "application/pdf",
  annex: "application/pdf",
  request: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  case_uco: "application/ld+json",
  verifier: "text/html",
  manifest: "application/json",
  manifest_signature: "application/pkcs7-signature",
  sender: "application/pdf",
  originals: "application/zip",
  withdrawn_copy: "application/pdf",
  superseded_copy: "application/pdf",
};

/** The copy of a replaced version: its name shows whether it still refers to the current version. */
export function supersededName({ code, version }: Named, by: number): string {
  return `${code}-v${version}-superseded-by-v${by}.pdf`;
}
