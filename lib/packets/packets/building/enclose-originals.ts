import { receiverCovers } from "../preflight/releases";
import type { AttachedFile, PreparedExhibit } from "../snapshot/snapshot";
import type { Begun } from "./begin-assembly";

/** `as`: the name of the file in the annex; otherwise `why` it is not there. */
type Enclosure = { as: string | null; why: string | null; file: AttachedFile | null };
/** By the codes of exhibits. */
export type Enclosed = ReadonlyMap<string, Enclosure>;

/**
 * Which sealed originals go into the sealed annex, by exhibit: of chats, mails and texts, and of pictures on which an act
 * rests. The same annex goes to each
 * officer whom a release permits to know the client's identity and address, so a file is included only if each of them
 * may have its exhibit, by the one release check. Empty for a kind without an annex.
 */
export function encloseOriginals(
  { snapshot, annex }: Pick<Begun, "snapshot" | "annex">,
  prepared: readonly PreparedExhibit[],
): Enclosed {
  if (!annex) return new Map();
  const openTo = receiverCovers(snapshot).flatMap(({ officers }) =>
    officers.filter((officer) => officer.annex !== null),
  );
  const reliedOn = new Set(snapshot.incidents.flatMap(({ exhibits }) => exhibits));
  const nobody = openTo.length === 0 || annex.openTo.length === 0;
  return new Map(
    prepared.flatMap(({ label, forAnnex, transcript }): [string, Enclosure][] => {
      if (!forAnnex) return [];
      const stays = (why: string): [string, Enclosure][] => [[label, { as: null, why, file: null }]];
      if (nobody) return stays("no release opens it to an officer");
      if (openTo.some(({ exhibits }) => exhibits.includes(label)))
        return stays("not everybody to whom it opens may have this exhibit");
      if ("stays" in forAnnex) return stays(forAnnex.stays);
      // What is not needed to prove an act stays masked for everybody.
      if (!transcript && !reliedOn.has(label)) return stays("no act rests on it");
      const { file } = forAnnex;
      return [[label, { as: enclosedName(label, file), why: null, file }]];
    }),
  );
}

/** The exhibit's number and the kind of file, never a name that a person chose. */
function enclosedName(label: string, { name }: AttachedFile): string {
  const kind = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0]?.toLowerCase() ?? ".bin";
  return `${label.toLowerCase()}-original${kind}`;
}
