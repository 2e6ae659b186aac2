import { page } from "@/lib/platform/pdf/style";
import type { WrittenDocument } from "@/lib/platform/pdf/write-document";
import type { PacketSnapshot, PreparedExhibit, SnapshotExhibit } from "../snapshot/snapshot";
import { type Manifest, type ManifestExhibit, type ManifestPart, manifestSchema } from "./manifest";
import { isMaskedCopy, type OriginalsOf, originalsOf } from "./originals";

export type ManifestFacts = {
  snapshot: PacketSnapshot;
  prepared: readonly PreparedExhibit[];
  /** The served PDF as it was written, signature included: its pages, their stretches and its outline. */
  written: Pick<WrittenDocument, "pages" | "stretches" | "outline">;
  parts: readonly ManifestPart[];
  /** How each original travels; if omitted, as the covers of the served part say. */
  originals?: OriginalsOf;
  /** Fingerprint: SHA-256 of the signer's certificate in hexadecimal. Null when nothing is signed. */
  signature: { fingerprint: string; timeStamped: boolean } | null;
};

/**
 * The manifest of one version, a pure function of its facts and of what was written.
 * @throws ZodError if a part, a hash or a count does not match the schema
 */
export function manifestOf(facts: ManifestFacts): Manifest {
  const { snapshot, written, parts, signature } = facts;
  const { packet } = snapshot;
  return manifestSchema.parse({
    format: "crossdocket-packet-manifest",
    formatVersion: 1,
    packet: {
      no: packet.no,
      version: packet.version,
      kind: packet.kind,
      pair: snapshot.case.pair,
      builtAt: packet.builtAt,
      approvedAt: packet.approval?.at ?? null,
      supersedes: packet.supersedes ? { version: packet.supersedes.version, builtAt: packet.supersedes.builtAt } : null,
      withdrawnAt: packet.withdrawn?.at ?? null,
      specimen: packet.specimen,
    },
    organisation: { name: snapshot.org.name, phone: snapshot.org.liaisonPhone || null },
    signer: signature ? { fingerprint: signature.fingerprint, timeStamped: signature.timeStamped } : null,
    counts: { exhibits: snapshot.exhibits.length, pages: written.pages },
    parts: [...parts],
    pages: written.stretches.map(({ page, from, to, sha256 }) => ({ page, from, to, sha256 })),
    exhibits: snapshot.exhibits.map((exhibit) => exhibitOf(facts, exhibit)),
    preflight: preflightOf(snapshot),
    releases: snapshot.releases.map(({ code, receiver, expiresOn, revokedOn }) => ({
      code,
      receiver,
      expiresOn,
      revokedOn,
    })),
  } satisfies Manifest);
}

function exhibitOf(
  { prepared, written, originals = originalsOf }: ManifestFacts,
  exhibit: SnapshotExhibit,
): ManifestExhibit {
  const mine = prepared.find((preparedExhibit) => preparedExhibit.label === exhibit.code) ?? {
    label: exhibit.code,
    pages: [],
  };
  const extent = extentOf(written, exhibit.code);
  return {
    code: exhibit.code,
    title: exhibit.title,
    firstPage: extent?.first ?? null,
    pages: extent?.pages ?? Math.max(1, mine.pages.length),
    notShown: mine.pages.flatMap((page, i) =>
      page.kind === "not_shown" ? [{ page: i + 1, reason: page.reason }] : [],
    ),
    method: exhibit.method,
    capturedAt: exhibit.capturedAt,
    originals: originals(exhibit, mine),
    maskedCopies: exhibit.files
      .filter(isMaskedCopy)
      .map(({ no, name, bytes, sha256 }) => ({ no, name, bytes, sha256, travels: "beside" as const })),
  };
}

/** From the head of an exhibit to the page on which the next part begins, or the one before if that starts a page. */
function extentOf(written: ManifestFacts["written"], code: string): { first: number; pages: number } | null {
  const parts = written.outline.filter((entry) => entry.level === 1);
  const at = parts.findIndex((entry) => entry.anchor === code);
  const first = parts[at]?.page;
  if (first === undefined) return null;
  const next = parts[at + 1];
  if (!next) return { first, pages: written.pages + 1 - first };
  return { first, pages: Math.max(1, next.page - first + (next.y > page.top + 1 ? 1 : 0)) };
}

function preflightOf({ preflight }: PacketSnapshot): Manifest["preflight"] {
  if (!preflight) return null;
  const of = (result: string) => preflight.results.filter((line) => line.result === result);
  const failed = of("fail");
  return {
    checkedAt: preflight.checkedAt,
    pass: of("pass").length,
    fail: failed.length,
    overridden: failed.filter((line) => line.override).length,
    notApplicable: of("na").length,
  };
}
