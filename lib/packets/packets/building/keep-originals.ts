import "server-only";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { type ZipFile, zipStream } from "@/lib/platform/zip/zip-stream";
import { partMimes, partNames } from "../parts/names";
import { besideNote, isMaskedCopy, noteFile, originalsOf } from "../parts/originals";
import type { PacketSnapshot, PreparedExhibit, SnapshotExhibit } from "../snapshot/snapshot";
import type { ExhibitFile } from "../snapshot/take-snapshot";
import type { KeptPart, PartStore } from "../types";
import type { Note } from "./throttle-progress";

type Keeping = {
  snapshot: PacketSnapshot;
  prepared: readonly PreparedExhibit[];
  files: readonly ExhibitFile[];
  originals: SealedFiles;
  store: PartStore;
  note: Note;
};

/**
 * The originals that travel next to the served part, and the masked copies of those that do not, as one .zip under the packet's key: the stored ones are under the
 * case's key, which an officer may not open. One is open at a time. Null if there are none.
 */
export async function keepOriginals(keeping: Keeping): Promise<KeptPart | null> {
  const { snapshot, store } = keeping;
  const packed = besideIn(keeping);
  if (packed.length === 0) return null;
  const { no: code, version, builtAt } = snapshot.packet;
  const part = "originals" as const;
  const { stream } = zipStream(packed, new Date(builtAt));
  return store.keep({
    part,
    name: partNames({ code, version })[part],
    mime: partMimes[part],
    write: () => all(stream),
  });
}

/**
 * With the names of the manifest, so that the verifier finds them once unpacked. A note lists those with active
 * content.
 */
function besideIn({ snapshot, prepared, files, originals, note }: Keeping): ZipFile[] {
  const found = prepared.flatMap((preparedExhibit): ZipFile[] => {
    const exhibit = snapshot.exhibits.find(({ code }) => code === preparedExhibit.label);
    const file = files.find(({ code }) => code === preparedExhibit.label);
    const beside = exhibit && originalsOf(exhibit, preparedExhibit).find(({ travels }) => travels === "beside");
    if (!beside || !file?.fileId) return [];
    const { fileId, size } = file;
    const open = async () => {
      await note("parts");
      return (await originals.open(fileId)).stream;
    };
    return [{ name: `originals/${beside.travelsAs ?? beside.name}`, size, open }];
  });
  const message = besideNote(snapshot, prepared);
  const masked = snapshot.exhibits.flatMap((exhibit) => maskedIn(exhibit, files, { originals, note }));
  return [...(message === null ? [] : [noteFile(message)]), ...found, ...masked];
}

/** The masked copies that are printed, so that their hash in the manifest can be compared with a file. */
function maskedIn(
  { code, files: listed }: SnapshotExhibit,
  files: readonly ExhibitFile[],
  { originals, note }: Pick<Keeping, "originals" | "note">,
): ZipFile[] {
  const made = files.find((file) => file.code === code)?.made ?? [];
  return listed.filter(isMaskedCopy).flatMap(({ name, bytes: size, sha256 }) => {
    const copy = made.find((derivedFile) => derivedFile.kind === "redacted" && derivedFile.sha256 === sha256);
    if (!copy) return [];
    const open = async () => {
      await note("parts");
      return (await originals.open(copy.fileId)).stream;
    };
    return [{ name: `masked/${name}`, size, open }];
  });
}

async function* all(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  yield* stream;
}
