import "server-only";
import { createHash } from "node:crypto";
import type { WrittenDocument } from "@/lib/platform/pdf/write-document";
import type { Signer } from "@/lib/signatures/types";
import { canonicalJson } from "./parts/canonical-json";
import { caseUcoOf } from "./parts/case-uco";
import type { ManifestPart } from "./parts/manifest";
import { manifestOf } from "./parts/manifest-of";
import { verifierPage } from "./parts/verifier-page";
import { partFiles } from "./rules";
import type { PacketSnapshot, PreparedExhibit } from "./snapshot";
import type { KeptPart, PartStore } from "./types";

type Given = {
  snapshot: PacketSnapshot;
  prepared: readonly PreparedExhibit[];
  written: WrittenDocument;
  signer: Signer;
  store: PartStore;
};

/** What travels beside the served part: for machines, for whoever checks it, and the list of all of it, signed. */
export async function keepBeside({ snapshot, prepared, written, signer, store }: Given): Promise<void> {
  const files = partFiles(snapshot.packet);
  const keep = (part: (typeof files)[keyof typeof files], bytes: Uint8Array) =>
    store.keep({ ...part, write: () => whole(bytes) });
  await keep(files.case_uco, text(canonicalJson(caseUcoOf(snapshot, { parts: store.kept.map(listed) }))));
  await keep(files.verifier, text(verifierPage()));
  const signature = { fingerprint: signer.fingerprint, timeStamped: signer.stamped() };
  const parts = store.kept.map(listed);
  const manifest = text(canonicalJson(manifestOf({ snapshot, prepared, written, parts, signature })));
  await keep(files.manifest, manifest);
  await keep(files.manifest_signature, await signer.signFile(createHash("sha256").update(manifest).digest()));
}

function listed({ part, name, mime, size, sha256, pages }: KeptPart): ManifestPart {
  const travels = part === "annex" ? "apart" : "here";
  return { part: part as ManifestPart["part"], name, mime, bytes: size, sha256, pages, travels };
}

const text = (said: string): Uint8Array => Buffer.from(said, "utf8");

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array, undefined> {
  yield bytes;
}
