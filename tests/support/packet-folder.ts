import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson } from "@/lib/packets/packets/parts/canonical-json";
import { caseUcoOf } from "@/lib/packets/packets/parts/case-uco";
import type { ManifestOriginal, ManifestPart } from "@/lib/packets/packets/parts/manifest";
import { manifestOf } from "@/lib/packets/packets/parts/manifest-of";
import { originalsOf } from "@/lib/packets/packets/parts/originals";
import { verifierPage } from "@/lib/packets/packets/parts/verifier-page";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { builtSample, partOf, sampleFacts, sha256 } from "./sample-parts";

export type SigningKey = { folder: string; fingerprint: string };

/** A key with its own certificate, made by openssl: `rsa:2048`, or the name of a curve. */
export function makeKey(kind = "rsa:2048"): SigningKey {
  const folder = mkdtempSync(join(tmpdir(), "signer-"));
  const key = kind.startsWith("rsa") ? ["-newkey", kind] : ["-newkey", "ec", "-pkeyopt", `ec_paramgen_curve:${kind}`];
  const subject = ["-subj", "/O=Marula Digital Safety Advice Centre/CN=Packets"];
  run(folder, ["req", "-x509", ...key, "-nodes", "-days", "30", "-keyout", "key.pem", "-out", "cert.pem", ...subject]);
  const der = run(folder, ["x509", "-in", "cert.pem", "-outform", "DER"]);
  return { folder, fingerprint: sha256(der) };
}

/** A detached CMS in DER over the bytes. */
export function signDetached({ folder }: SigningKey, bytes: Uint8Array, ...options: string[]): Buffer {
  writeFileSync(join(folder, "content"), bytes);
  const sign = [
    "cms",
    "-sign",
    "-binary",
    "-in",
    "content",
    "-signer",
    "cert.pem",
    "-inkey",
    "key.pem",
    "-md",
    "sha256",
  ];
  return run(folder, [...sign, ...options, "-outform", "DER"]);
}

const run = (folder: string, args: string[]): Buffer =>
  execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });

const room = 8192;

/** A signature at the end of a PDF, placed as the writer places one: all bytes but the hexadecimal are covered. */
export function signPdf(pdf: Uint8Array, key: SigningKey): Buffer {
  const range = (second: number, rest: number) =>
    `/ByteRange [0 ${String(pdf.length + head.length).padStart(10)} ${String(second).padStart(10)} ${String(rest).padStart(10)}]`;
  const head = "\n900 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Contents ";
  const end = "\n>>\nendobj\n%%EOF\n";
  const second = pdf.length + head.length + room + 2;
  const rest = range(0, 0).length + end.length;
  const before = Buffer.concat([pdf, Buffer.from(head)]);
  const after = Buffer.from(range(second, rest) + end);
  const hex = signDetached(key, Buffer.concat([before, after]))
    .toString("hex")
    .padEnd(room, "0");
  return Buffer.concat([before, Buffer.from(`<${hex}>`), after]);
}

/** E-01 travels beside the PDF, as a file that acts when it is opened. */
const beside: ManifestOriginal["travels"] = "beside";

/** More files of a packet, and its state. */
type More = {
  parts?: readonly (readonly [part: ManifestPart["part"], name: string, bytes: Buffer])[];
  packet?: Partial<PacketSnapshot["packet"]>;
};

/** The invented case as the folder that a receiver gets: name to bytes. Without a key: a draft, which nobody signs. */
export async function packetFolder(
  key: SigningKey | null,
  { parts = [], packet = {} }: More = {},
): Promise<Map<string, Buffer>> {
  const built = await builtSample(key ? packet : { approval: null, ...packet });
  const pdf = key ? signPdf(built.pdf, key) : Buffer.from(built.pdf);
  const original = Buffer.from("the bytes of the original");
  const facts = {
    ...sampleFacts({ ...built, pdf }),
    signature: key && { fingerprint: key.fingerprint, timeStamped: false },
  };
  const html = Buffer.from(verifierPage());
  const uco = Buffer.from(canonicalJson(caseUcoOf(built.snapshot, facts)));
  const manifest = manifestOf({
    ...facts,
    parts: [
      ...facts.parts,
      ...parts.map(([part, name, bytes]) => partOf(part, name, bytes, null)),
      partOf("case_uco", "case-uco.jsonld", uco, null),
      partOf("verifier", "verify.html", html, null),
    ],
    originals: (exhibit, prepared) =>
      originalsOf(exhibit, prepared).map((file) =>
        exhibit.code === "E-01"
          ? {
              ...file,
              bytes: original.length,
              sha256: sha256(original),
              travels: beside,
              travelsAs: "E-01.png",
              acts: ["script"],
            }
          : file,
      ),
  });
  const list = Buffer.from(canonicalJson(manifest));
  return new Map([
    ["CD-2026-0147-v2.pdf", pdf],
    ...parts.map(([, name, bytes]) => [name, bytes] as const),
    ["case-uco.jsonld", uco],
    ["verify.html", html],
    ["E-01.png", original],
    ["e-07-1-masked.png", Buffer.from("masked")],
    ["manifest.json", list],
    ...(key ? [["manifest.json.p7s", signDetached(key, list)] as const] : []),
  ]);
}

/** Writes a packet to a new folder of this machine. Returns its path. */
export function writeFolder(files: ReadonlyMap<string, Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "packet-"));
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return folder;
}

export const readBytes = (folder: string, name: string): Buffer => readFileSync(join(folder, name));
