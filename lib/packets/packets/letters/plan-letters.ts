import { byProvider } from "../sections/preservation/rows";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { emergencyLetter } from "./emergency";
import { preservationLetter } from "./preservation";
import type { Letter, LetterKind, NotOffered } from "./types";

const titles: Record<LetterKind, string> = {
  emergency: "Emergency request to disclose records",
  preservation: "Request to preserve records",
};
const writers = { emergency: emergencyLetter, preservation: preservationLetter };

/** The letters of a packet, provider by provider, what is urgent first; and those that would not be whole. */
export function planLetters(snapshot: PacketSnapshot): { letters: Letter[]; notOffered: NotOffered[] } {
  const letters: Letter[] = [];
  const notOffered: NotOffered[] = [];
  for (const provider of byProvider(snapshot)) {
    for (const kind of ["emergency", "preservation"] as const) {
      const { entity } = provider;
      const written = writers[kind](snapshot, provider);
      if ("lacks" in written) {
        notOffered.push({ kind, entity, why: written.lacks });
        continue;
      }
      const no = letters.length + 1;
      letters.push({
        no,
        kind,
        entity,
        title: titles[kind],
        stem: `letter-${no}-${kind}-${slug(entity)}`,
        blocks: written,
      });
    }
  }
  return { letters, notOffered };
}

/** `meta-platforms-inc`, for the name of a file. */
function slug(entity: string): string {
  return entity
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
