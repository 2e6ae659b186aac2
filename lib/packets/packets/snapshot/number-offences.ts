import type { PacketLaw, PacketWords } from "@/lib/law/jurisdictions/packet-word-types";
import { findOffence } from "@/lib/law/jurisdictions/rules";
import type { Offence } from "@/lib/law/jurisdictions/types";

/**
 * The words of the pair with a numbered law source for each of these offences. One that the pair has no number for, or
 * that an administrator changed since the release, gets the next number, with the statement, source, marks and date of
 * the offence itself: a receiver finds every source in the list of sources and nowhere else.
 */
export function numberOffences(words: PacketWords, offences: readonly Offence[]): PacketWords {
  const laws = [...words.laws];
  const offenceLaw = { ...words.offenceLaw };
  for (const offence of new Map(offences.map((one) => [one.key, one])).values()) {
    if (offenceLaw[offence.key] && isReleased(offence)) continue;
    const law = lawFrom(offence, `L${laws.length + 1}`);
    if (!law) continue;
    laws.push(law);
    offenceLaw[offence.key] = [law.no];
  }
  return { ...words, laws, offenceLaw };
}

function isReleased({ key, sources }: Offence): boolean {
  const released = findOffence(key);
  return !released || sources[0]?.source === released.sources[0]?.source;
}

function lawFrom({ title, citation, elements, maxPenalty, sources }: Offence, no: string): PacketLaw | null {
  // The statement is no fresher than the oldest reading.
  const [oldest] = sources.map(({ checkedOn }) => checkedOn).toSorted();
  if (!oldest) return null;
  return {
    no,
    statement: `${citation}, ${title}: ${elements.join("; ")}. Maximum: ${maxPenalty}.`,
    source: [...new Set(sources.map(({ source }) => source))].join("; "),
    marks: [...new Set(sources.flatMap(({ marks }) => marks))].map((mark) => ({ mark })),
    checkedOn: oldest,
  };
}
