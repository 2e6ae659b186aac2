import "server-only";
import type { Box } from "@/lib/evidence/derivatives/types";
import { openKeptWords } from "@/lib/evidence/picture-words/open-kept-words";
import { linesOf } from "@/lib/evidence/picture-words/rules";
import type { KeptWords, PictureWord } from "@/lib/evidence/picture-words/types";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import type { LegiblePicture, SnapshotPicture } from "../snapshot/snapshot";
import type { ExhibitFile } from "../snapshot/take-snapshot";

type Read = { pictures: SnapshotPicture[]; legible: LegiblePicture[] };

/**
 * What a machine reads in the pictures that are served: of a masked page in the masked copy, never in the original; and
 * what it read on the page where the mask lies now. A picture that nobody read yet says so.
 */
export async function readLegible(
  files: SealedFiles,
  file: ExhibitFile,
  served: readonly SnapshotPicture[],
): Promise<Read> {
  const pictures: SnapshotPicture[] = [];
  const legible: LegiblePicture[] = [];
  for (const picture of served) {
    const version = versionOf(file, picture);
    const kept = await keptOf(files, file, picture.page, version);
    pictures.push({ ...picture, read: picture.page === 0 ? "not_pictured" : wayOf(kept) });
    const before = version > 0 ? await keptOf(files, file, picture.page, 0) : null;
    const hidden = kept?.state === "read" && before?.state === "read" ? under(before.words, kept.boxes) : [];
    legible.push({ page: picture.page, text: textOf(kept), hidden: linesOf(hidden).join("\n") });
  }
  return { pictures, legible };
}

/** The version of the masked copy that is served of a page; 0 for the page itself. */
function versionOf({ made, sha256 }: ExhibitFile, picture: SnapshotPicture): number {
  if (picture.sha256 === sha256) return 0;
  const isIt = (copy: ExhibitFile["made"][number]) =>
    copy.kind === "redacted" && copy.page === picture.page && copy.sha256 === picture.sha256;
  return made.find(isIt)?.version ?? -1;
}

async function keptOf(files: SealedFiles, { readings }: ExhibitFile, page: number, version: number) {
  const reading = readings.find((candidate) => candidate.page === page && candidate.version === version);
  return reading ? openKeptWords(files, reading.fileId) : null;
}

function wayOf(kept: KeptWords | null): SnapshotPicture["read"] {
  if (!kept) return "not_yet";
  if (kept.state === "unread") return kept.reason;
  return kept.words.length > 0 ? "words" : "no_words";
}

const textOf = (kept: KeptWords | null): string => (kept?.state === "read" ? linesOf(kept.words).join("\n") : "");

/** The words of which a mask covers half or more. */
function under(words: readonly PictureWord[], boxes: readonly Box[]): PictureWord[] {
  return words.filter((word) => boxes.some((box) => overlap(word, box) >= (word.width * word.height) / 2));
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}
