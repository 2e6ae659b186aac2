import { officeBodies } from "@/lib/law/jurisdictions/common/office-words";
import { quoted } from "@/lib/platform/text/text";

/** Parts of a snapshot that name offices. Loosely typed: the search for leaks takes any structure. */
type Offices = {
  officer?: { agency?: unknown; unit?: unknown } | null;
  receivers?: readonly { name?: unknown }[];
  releases?: readonly { receiver?: unknown; officers?: readonly { office?: unknown }[] }[];
  references?: readonly { station?: unknown }[];
};

/** Behind the name of a place. */
const behind = `\\s+${officeBodies}`;

/**
 * The names of the offices of a packet, as a pattern: a place with the body that sits there, `Fynbos Road police
 * station`, or the whole line of a receiver. A place alone is none of them: it may be where the
 * client lives, or what they are called. Null if there are none.
 */
export function officeNames(snapshot: object): RegExp | null {
  const { officer, receivers = [], releases = [], references = [] } = snapshot as Offices;
  const officers = releases.flatMap((release) => release.officers ?? []);
  const offices = officers.map(({ office }) => parted(office)).filter((parts) => parts.length > 1);
  const places = texts([
    officer?.unit,
    ...offices.map((parts) => parts.at(-1)),
    ...references.map((row) => row.station),
  ]);
  const agencies = texts([officer?.agency, ...offices.map((parts) => parts.at(-2))]);
  const lines = [...receivers.map(({ name }) => name), ...releases.map(({ receiver }) => receiver)]
    .concat(officers.map(({ office }) => office))
    .filter((line) => parted(line).length > 1);
  const ahead = agencies.length > 0 ? `(?:${agencies.join("|")}),?\\s+` : null;
  const forms = [
    ...texts(lines),
    ...places.flatMap((place) => [...(ahead ? [`${ahead}${place}`] : []), `${place}${behind}`]),
    ...places.flatMap((place) => agencies.map((agency) => `${place}\\s+${agency}`)),
  ];
  return forms.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "gu") : null;
}

function parted(line: unknown): string[] {
  return typeof line === "string" ? line.split(/,\s+/).filter(Boolean) : [];
}

/** As patterns, the longest first, so that it is found before a name that is part of it. */
function texts(list: readonly unknown[]): string[] {
  const found = list.filter((text) => typeof text === "string").map((text) => text.trim());
  return [...new Set(found.filter((text) => text !== ""))]
    .toSorted((a, b) => b.length - a.length)
    .map((text) => text.split(/\s+/).map(quoted).join("\\s+"));
}
