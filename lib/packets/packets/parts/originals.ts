import { attachedName, travelOf } from "../sections/exhibits/exhibit-pages";
import type { PacketSnapshot, PreparedExhibit, SnapshotExhibit } from "../snapshot/snapshot";
import type { ManifestOriginal } from "./manifest";
import { NOTE, originalsNote } from "./verifier/originals-note.mjs";
import { NOTES, standingNote } from "./verifier/standing.mjs";

type ExhibitFile = SnapshotExhibit["files"][number];

export type OriginalsOf = (exhibit: SnapshotExhibit, prepared: PreparedExhibit) => ManifestOriginal[];

type TextFile = { name: string; size: number; open: () => Promise<ReadableStream<Uint8Array>> };

/** The note next to the originals, as a file of a folder. */
export function noteFile(text: string): TextFile {
  return textFile(`originals/${NOTE}`, text);
}

/** The note with the parts of a version that no longer counts. */
export function standingFile(
  state: keyof typeof NOTES,
  packet: { code: string; version: number; phone: string | null },
): TextFile {
  return textFile(NOTES[state], standingNote(state, packet));
}

function textFile(name: string, text: string): TextFile {
  const bytes = new Uint8Array(Buffer.from(text));
  return { name, size: bytes.length, open: async () => new Blob([bytes]).stream() };
}

export const isMaskedCopy = (file: ExhibitFile): boolean => file.kind === "masked copy";

/** Each original of an exhibit and where it is. Only the first file is attached; the others stay with us. */
export const originalsOf: OriginalsOf = (exhibit, prepared) =>
  exhibit.files
    .filter((file) => !isMaskedCopy(file))
    .map((file, i) => {
      const { no, name, bytes, sha256 } = file;
      return { no, name, bytes, sha256, ...wayOf(exhibit, file, i === 0 ? prepared : null) };
    });

function wayOf(
  exhibit: SnapshotExhibit,
  file: ExhibitFile,
  prepared: PreparedExhibit | null,
): Pick<ManifestOriginal, "travels" | "travelsAs" | "acts"> {
  if (exhibit.sealed || /sealed/.test(file.kind)) return { travels: "sealed", travelsAs: null };
  const how = prepared ? travelOf(prepared) : null;
  if (!prepared || how === null) return { travels: "held", travelsAs: null };
  if (how === "inside") return { travels: how, travelsAs: attachedName(prepared) };
  const acts = how === "beside" ? (prepared.travel?.acts ?? []) : [];
  return {
    travels: how,
    travelsAs: how === "beside" ? file.name : null,
    ...(acts.length > 0 ? { acts: [...acts] } : {}),
  };
}

/** Which of the originals next to the PDF have active content, as the note with them says; null if none does. */
export function besideNote(snapshot: PacketSnapshot, prepared: readonly PreparedExhibit[]): string | null {
  const listed = prepared.flatMap((preparedExhibit) => {
    const exhibit = snapshot.exhibits.find(({ code }) => code === preparedExhibit.label);
    return exhibit ? [{ originals: originalsOf(exhibit, preparedExhibit) }] : [];
  });
  return originalsNote(listed);
}
