import { createHash } from "node:crypto";
import { packetKinds } from "../labels";
import { planLetters } from "../letters/plan-letters";
import { letterDocx, letterPdf } from "../letters/write-letter";
import type { PacketSnapshot } from "../snapshot/snapshot";
import type { LetterKey } from "../types";
import { canonicalJson } from "./canonical-json";
import { caseUcoOf } from "./case-uco";
import type { Manifest, ManifestPart } from "./manifest";
import { type ManifestFacts, manifestOf } from "./manifest-of";
import { partMimes, partNames } from "./names";
import { requestDocx } from "./request-docx";
import { verifierPage } from "./verifier-page";

/** A PDF that is written already: only its measures are needed here. */
type WrittenPart = { size: number; sha256: string; pages: number };

export type MadePart = {
  part: ManifestPart["part"] | "manifest";
  name: string;
  mime: string;
  bytes: Uint8Array;
  pages: number | null;
};

export type PartsFacts = Omit<ManifestFacts, "parts" | "written"> & {
  written: ManifestFacts["written"] & WrittenPart;
  annex: WrittenPart | null;
};

/**
 * Everything next to the PDFs, in dependency order: the letters, the editable request if the kind has one, the CASE
 * bundle, the verifier, and last the manifest, whose bytes the second signature covers. A pure function.
 * @throws ZodError if the manifest would not match its schema
 */
export async function makeParts(facts: PartsFacts): Promise<{ made: MadePart[]; manifest: Manifest }> {
  const { snapshot, written, annex } = facts;
  const { packet } = snapshot;
  const names = partNames({ code: packet.no, version: packet.version });
  const made = (part: Exclude<MadePart["part"], LetterKey>, content: Uint8Array | string): MadePart => {
    const bytes = typeof content === "string" ? new Uint8Array(Buffer.from(content)) : content;
    return { part, name: names[part], mime: partMimes[part], bytes, pages: null };
  };
  const pdf = (part: "served" | "annex", writtenPart: WrittenPart): ManifestPart => ({
    part,
    name: names[part],
    mime: partMimes[part],
    bytes: writtenPart.size,
    sha256: writtenPart.sha256,
    pages: writtenPart.pages,
    travels: part === "annex" ? "apart" : "here",
  });
  const first: MadePart[] = await lettersOf(snapshot);
  if (packetKinds[packet.kind].hasRequest) {
    first.push(made("request", await requestDocx(snapshot)));
  }
  first.push(made("verifier", verifierPage()));
  const known = [pdf("served", written), ...(annex ? [pdf("annex", annex)] : []), ...first.map(listed)];
  const bundle = made("case_uco", canonicalJson(caseUcoOf(snapshot, { parts: known })));
  const manifest = manifestOf({ ...facts, parts: [...known, listed(bundle)] });
  return { made: [...first, bundle, made("manifest", canonicalJson(manifest))], manifest };
}

/** Each letter to print and to edit. */
async function lettersOf(snapshot: PacketSnapshot): Promise<MadePart[]> {
  const { letters } = planLetters(snapshot);
  const files: MadePart[] = [];
  for (const letter of letters) {
    const { no, stem } = letter;
    const { bytes, pages } = await letterPdf(snapshot, letter);
    files.push({ part: `letter-${no}`, name: `${stem}.pdf`, mime: partMimes.served, bytes, pages });
    const docx = await letterDocx(snapshot, letter);
    files.push({ part: `letter-${no}-docx`, name: `${stem}.docx`, mime: partMimes.request, bytes: docx, pages: null });
  }
  return files;
}

function listed({ part, name, mime, bytes, pages }: MadePart): ManifestPart {
  if (part === "manifest") throw new Error("the manifest cannot name itself");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { part, name, mime, bytes: bytes.length, sha256, pages, travels: "here" };
}
