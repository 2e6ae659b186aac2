import "server-only";
import { describePictures } from "@/lib/evidence/clearances/rules";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { openSigner } from "@/lib/packets/signatures/open-signer";
import type { Signer } from "@/lib/packets/signatures/types";
import { type FileSource, type FoundText, sourceOfParts } from "@/lib/platform/pdf/read-document";
import { imageMetadataIn } from "@/lib/platform/pdf/read-image-metadata";
import type { Attachment } from "@/lib/platform/pdf/write-attachments";
import type { WrittenDocument } from "@/lib/platform/pdf/write-document";
import { keepSmallPieces } from "@/lib/platform/storage/keep-small-pieces";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { contradictions } from "../facts/compare-facts";
import { dangerUnanswered, notReviewed, packetKinds, stoppedExhibits, unseenPictures } from "../labels";
import { partMimes, partNames } from "../parts/names";
import { besideNote } from "../parts/originals";
import { ledgerFaults } from "../preflight/ledger-order";
import { checklistFor, runPreflight } from "../preflight/preflight";
import { CannotBuild } from "../rules";
import { assembleAnnex } from "../sections/annex/assemble-annex";
import { assemblePacket, type PlannedPacket, planPacket } from "../sections/assemble-packet";
import { sentence } from "../sections/words";
import { assembleSender } from "../sender/assemble-sender";
import { sealedOriginals } from "../snapshot/annex";
import { hintFinder } from "../snapshot/hints";
import { allowedOn, leakLines } from "../snapshot/leaks";
import { leaksIn, leaksInFile } from "../snapshot/leaks-in-file";
import type { PacketSnapshot, PreparedExhibit, SnapshotExhibit } from "../snapshot/snapshot";
import type { AnnexSnapshot } from "../snapshot/snapshot-annex";
import { iso } from "../snapshot/words";
import type { KeptPart, PartStore } from "../types";
import type { Begun } from "./begin-assembly";
import { type Enclosed, encloseOriginals } from "./enclose-originals";
import { hashAnnexLayout, hashLayout } from "./hash-layout";
import { keepOriginals } from "./keep-originals";
import { coveredActs, leaksInPictures, wordsUnderMask } from "./legible";
import { prepareExhibits } from "./prepare-exhibits";
import type { Note } from "./throttle-progress";
import { writeAttachment } from "./write-attachments";

/** `beside`: the exhibits whose originals travel next to the served part; `note`: the note that goes with them. */
export type Built = {
  snapshot: PacketSnapshot;
  annex: string | null;
  parts: KeptPart[];
  beside: string[];
  note: string | null;
};

export type Building = { begun: Begun; originals: SealedFiles; store: PartStore; note: Note };

/**
 * Everything between reading the case and keeping the result, the same for the job and for the command line: exhibits,
 * preflight, the served part, the search for leaks, the other parts.
 * @throws CannotBuild with a reason for the author; StoppedByPerson
 */
export async function buildParts(ctx: Ctx, { begun, originals, store, note }: Building): Promise<Built> {
  if (begun.stopped && begun.files.length > 0) throw new CannotBuild(stoppedExhibits());
  const prepared = await prepareExhibits(originals, begun, note);
  if (begun.frozen) refuseUnseen(prepared);
  refuseAnotherLayout(begun, prepared);
  await note("preflight");
  const enclosed = encloseOriginals(begun, prepared);
  const checked = withPreflight(ctx, preparedIn(ctx, begun, { prepared, enclosed }), begun);
  if (!begun.frozen) refuseUnanswered(checked);
  refuseDisorder(checked);
  refuseContradictions(checked, begun.annex);
  refuseLeaks(leakLines(checked, begun.secrets), "Remove it there");
  await refuseLegible(prepared, begun.secrets);
  // The organisation signs only what it approved.
  const approved = checked.packet.approval !== null;
  const signer = approved ? await openSigner(ctx, { at: new Date(checked.packet.builtAt) }) : null;
  const { written, planned, inImages, read } = await keepServed({ snapshot: checked, prepared, signer, store, note });
  const snapshot = { ...checked, layout: hashLayout(checked, planned) };
  await keepSender({ snapshot, prepared, store });
  await note("leaks");
  await refuseLeaksInFile({ snapshot, secrets: begun.secrets, written, inImages, read });
  await note("parts");
  const annex = begun.annex && {
    ...begun.annex,
    originals: sealedOriginals(snapshot),
    packet: { ...begun.annex.packet, approved },
  };
  const laidOut = annex && { ...annex, layout: hashAnnexLayout(annex) };
  const sealed = annex && (await keepAnnex(annex, enclosed, { signer, store }));
  await writeAttachment({ snapshot, prepared, written, annex: sealed, signer, store });
  if (begun.frozen) await keepOriginals({ snapshot, prepared, files: begun.files, originals, store, note });
  await note("storing");
  const beside = prepared.flatMap(({ label, travel }) => (travel?.how === "beside" ? [label] : []));
  return {
    snapshot,
    annex: laidOut && JSON.stringify(laidOut),
    parts: [...store.kept],
    beside,
    note: besideNote(snapshot, prepared),
  };
}

type Serving = { snapshot: PacketSnapshot; prepared: readonly PreparedExhibit[]; signer: Signer | null } & Pick<
  Building,
  "store" | "note"
>;

type Served = {
  written: WrittenDocument;
  planned: PlannedPacket;
  /** What its images say of themselves. */
  inImages: FoundText[];
  /** The finished file. */
  read: FileSource;
};

/** The served part: written, signed if approved, and hashed in one pass. */
async function keepServed({ snapshot, prepared, signer, store, note }: Serving): Promise<Served> {
  const { packet, org } = snapshot;
  const reason = `${packetKinds[packet.kind].label} ${packet.no}, version ${packet.version}`;
  const signature = signer?.signature({ name: org.name, reason });
  await note("drawing");
  let written: WrittenDocument | undefined;
  const inImages: FoundText[] = [];
  const onJpeg = async (parts: readonly Uint8Array[], page: number) => {
    const where = `the metadata of a picture on page ${page}`;
    const texts = await imageMetadataIn("jpeg", sourceOfParts(parts));
    inImages.push(...texts.map((text) => ({ where, text, written: false })));
  };
  let planned: PlannedPacket | undefined;
  const onPlan = (plan: PlannedPacket) => {
    planned = plan;
  };
  const onPage = (page: number, of: number) => note("drawing", page, of);
  const pieces = keepSmallPieces();
  const kept = await store.keep({
    part: "served",
    mime: partMimes.served,
    name: partNames({ code: packet.no, version: packet.version }).served,
    write: async function* () {
      const hooks = { onPage, onJpeg, onPlan };
      const options = { ...(signature ? { signature } : {}), ...hooks };
      written = yield* pieces.passing(assemblePacket(snapshot, prepared, options));
      return written;
    },
  });
  if (!written || !planned) throw new Error("The served part was not written.");
  if (kept.sha256 !== written.sha256) throw new Error("The served part was not kept as it was written.");
  const stored = await store.reopen(kept);
  return { written, planned, inImages, read: { size: stored.size, read: pieces.reader(stored.read) } };
}

/** What stays with the organisation. Nobody signs it, and the manifest of what travels does not name it. */
function keepSender({
  snapshot,
  prepared,
  store,
}: Pick<Serving, "snapshot" | "prepared" | "store">): Promise<KeptPart> {
  const { no: code, version } = snapshot.packet;
  const part = "sender" as const;
  const write = () => assembleSender(snapshot, prepared);
  return store.keep({ part, name: partNames({ code, version })[part], mime: partMimes[part], write });
}

/** The sealed annex, under its own key and, once approved, with its own signature. */
function keepAnnex(
  annex: AnnexSnapshot,
  enclosed: Enclosed,
  { signer, store }: Pick<Serving, "signer" | "store">,
): Promise<KeptPart> {
  const { no: code, version } = annex.packet;
  const reason = `Sealed annex of ${code}, version ${version}`;
  const signed = signer ? { signature: signer.signature({ name: annex.org.name, reason }) } : {};
  const name = partNames({ code, version }).annex;
  return store.keep({
    part: "annex",
    name,
    mime: partMimes.annex,
    write: () => assembleAnnex(annex, signed, attachmentsOf(enclosed)),
  });
}

function attachmentsOf(enclosed: Enclosed): Attachment[] {
  return [...enclosed].flatMap(([code, { as, file }]) =>
    as && file ? [{ ...file, name: as, description: `Sealed original of exhibit ${code}` }] : [],
  );
}

/** The originals were just reread and match what was received; each now records whether it is sealed. */
function preparedIn(
  ctx: Ctx,
  { snapshot, secrets }: Begun,
  { prepared, enclosed }: { prepared: readonly PreparedExhibit[]; enclosed: Enclosed },
): PacketSnapshot {
  const rehashed = { at: iso(ctx.now), same: true };
  const ready = new Map(prepared.map((preparedExhibit) => [preparedExhibit.label, preparedExhibit]));
  const covered = coveredActs(snapshot, prepared);
  const tells = hintFinder(secrets);
  const exhibits = snapshot.exhibits.map((exhibit) => {
    const preparedExhibit = ready.get(exhibit.code) ?? { label: exhibit.code, pages: [] };
    const { travel, pictures: served = [], legible = [], transcript = null } = preparedExhibit;
    const tellsOn = (page: number) => tells(legible.find((picture) => picture.page === page)?.text ?? "");
    const pictures = served.map((picture) => ({ ...picture, tells: tellsOn(picture.page) }));
    const isSealed = exhibit.sealed || travel?.how === "sealed";
    const sealedWhy = isSealed ? (travel?.why ?? exhibit.sealedWhy) : null;
    const seen = { pictures, transcript, seenAs: seenAs(preparedExhibit) };
    const inside = enclosed.get(exhibit.code);
    const inAnnex = inside ? { as: inside.as, why: inside.why } : null;
    const acts = covered.get(exhibit.code) ?? [];
    const translations = exhibit.translations.map((translation) => ({
      ...translation,
      underMask: wordsUnderMask(preparedExhibit, translation),
    }));
    return { ...exhibit, ...seen, translations, coveredActs: acts, rehashed, sealed: isSealed, sealedWhy, inAnnex };
  });
  return { ...snapshot, exhibits };
}

/** A page of which hardly an edge is left shows nothing. */
const blacked = 0.95;

/** What a reader of the served part sees of it. */
function seenAs({ pages, transcript, travel, copy }: PreparedExhibit): NonNullable<SnapshotExhibit["seenAs"]> {
  if (pages.some((page) => page.kind !== "not_shown" && (page.covered ?? 0) < blacked)) return "pages";
  if (transcript) return "words";
  return travel?.how === "inside" || travel?.how === "beside" || copy ? "file" : "nothing";
}

/** A new result. For a snapshot that was decided on, the reasons given then stay with the failures. */
function withPreflight(ctx: Ctx, snapshot: PacketSnapshot, { frozen, secrets, covers }: Begun): PacketSnapshot {
  const given = frozen ? (snapshot.preflight?.results ?? []) : [];
  const results = runPreflight(snapshot, secrets, covers).map((line) => {
    const then = given.find((check) => check.id === line.id);
    // An override is printed with its reason, even if the line would pass by now.
    if (then?.result === "fail" && then.override && line.result === "pass") return then;
    return { ...line, override: then?.override ?? null };
  });
  const { version } = checklistFor(snapshot);
  return { ...snapshot, preflight: { checkedAt: iso(ctx.now), checklistVersion: version, results } };
}

/** What is built after approval leaves: each of its pictures must have been checked before. */
function refuseUnseen(prepared: readonly PreparedExhibit[]): void {
  const unseen = prepared.flatMap(({ label, pictures = [] }) =>
    pictures.flatMap(({ page, look }) => (look ? [] : [{ exhibit: label, page }])),
  );
  if (unseen.length > 0) throw new CannotBuild(`${unseenPictures(describePictures(unseen))} Draft the next version.`);
}

/**
 * Who approved it read the pages of the build before. If this release prints the same record otherwise, nobody read
 * what would leave.
 */
function refuseAnotherLayout({ reviewed }: Begun, prepared: readonly PreparedExhibit[]): void {
  if (!reviewed) return;
  const { snapshot, annex } = reviewed;
  const now = hashLayout(snapshot, planPacket(snapshot, prepared));
  const served = snapshot.layout?.served === now.served && snapshot.layout.letters === now.letters;
  if (!served || (annex && annex.layout !== hashAnnexLayout(annex))) throw new CannotBuild(notReviewed());
}

/** Words of a day, a place or a weapon wait for a person who says whether there is danger. */
function refuseUnanswered({ case: { danger } }: PacketSnapshot): void {
  if (danger && (danger.open.length > 0 || danger.flagged))
    throw new CannotBuild(dangerUnanswered(danger.open.join(", ")));
}

/** A ledger with contradictory times proves nothing, and no reason can override that. */
function refuseDisorder(snapshot: PacketSnapshot): void {
  const faults = ledgerFaults(snapshot);
  if (faults.length > 0)
    throw new CannotBuild(`${faults.slice(0, 3).join(". ")}. Put the time of capture right, or leave the exhibit out.`);
}

/** Each fact must have the same value everywhere. */
function refuseContradictions(snapshot: PacketSnapshot, annex: AnnexSnapshot | null): void {
  const messages = contradictions(snapshot, annex);
  if (messages.length > 0)
    throw new CannotBuild(`${sentence(messages.slice(0, 3).join("; "))}. Put one of them right.`);
}

function refuseLeaks(lines: readonly string[], advice: string): void {
  if (lines.length > 0) throw new CannotBuild(`${lines.slice(0, 5).join(". ")}. ${advice} and try again.`);
}

/** What a machine can read in a picture, anybody can. */
async function refuseLegible(prepared: readonly PreparedExhibit[], secrets: Begun["secrets"]): Promise<void> {
  const leaks = await leaksInPictures(prepared, secrets);
  const lines = leaks.map(({ where, what }) => `${where}, as a machine reads it: contains the client’s ${what}`);
  refuseLeaks(lines, "Mask it there");
}

/**
 * The finished file is read again as a stranger would: pages, outline, file names, attachments and metadata. What its
 * images say of themselves was taken from the bytes as they were written.
 */
async function refuseLeaksInFile({
  snapshot,
  secrets,
  read,
  written,
  inImages,
}: Pick<Served, "written" | "inImages" | "read"> & {
  snapshot: PacketSnapshot;
  secrets: Begun["secrets"];
}): Promise<void> {
  const leaks = [
    ...(await leaksInFile(read, secrets, { allowed: allowedOn(snapshot), known: written.images })),
    ...(await leaksIn(inImages, secrets)),
  ];
  const lines = leaks.map(({ where, what }) => `The finished file, ${where}: contains the client’s ${what}`);
  refuseLeaks(lines, "Export where it comes from");
}
