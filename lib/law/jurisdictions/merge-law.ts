import type { LawDraft } from "./load-law";

export const noLaw: LawDraft = {
  agencies: [],
  referenceKinds: [],
  platforms: [],
  offences: [],
  remedies: [],
  notes: [],
  processes: [],
  dualCriminality: {},
  clocks: [],
  calendars: {},
  documents: [],
  packetWords: {},
  playbooks: [],
};

/**
 * Merges the law of a folder into other law. Lists grow, a pair gains rows and playbooks.
 * @throws Error for a calendar, the stations of a country, the words or the requests of a pair that both define: the result must not
 * depend on the order of reading
 */
export function mergeLaw(law: LawDraft, more: LawDraft): LawDraft {
  const twice = Object.keys(more.calendars).filter((key) => Object.hasOwn(law.calendars, key));
  if (twice.length > 0) throw new Error(`law data: calendar ${twice.join(", ")} stands twice`);
  const listed = Object.keys(more.stations ?? {}).filter((key) => Object.hasOwn(law.stations ?? {}, key));
  if (listed.length > 0) throw new Error(`law data: stations of ${listed.join(", ")} stand twice`);
  const told = Object.keys(more.briefings ?? {}).filter((key) => Object.hasOwn(law.briefings ?? {}, key));
  if (told.length > 0) throw new Error(`law data: briefing words ${told.join(", ")} stand twice`);
  const worded = Object.keys(more.packetWords).filter((key) => Object.hasOwn(law.packetWords, key));
  if (worded.length > 0) throw new Error(`law data: packet words ${worded.join(", ")} stand twice`);
  const asked = Object.keys(more.asks ?? {}).filter((key) => Object.hasOwn(law.asks ?? {}, key));
  if (asked.length > 0) throw new Error(`law data: what may be asked for ${asked.join(", ")} stands twice`);
  return {
    agencies: [...law.agencies, ...more.agencies],
    referenceKinds: [...law.referenceKinds, ...more.referenceKinds],
    platforms: [...law.platforms, ...more.platforms],
    offences: [...law.offences, ...more.offences],
    remedies: [...law.remedies, ...more.remedies],
    states: [...(law.states ?? []), ...(more.states ?? [])],
    notes: [...law.notes, ...more.notes],
    processes: [...law.processes, ...more.processes],
    texts: [...(law.texts ?? []), ...(more.texts ?? [])],
    dualCriminality: joined(law.dualCriminality, more.dualCriminality),
    checklists: joined(law.checklists ?? {}, more.checklists ?? {}),
    clocks: [...law.clocks, ...more.clocks],
    calendars: { ...law.calendars, ...more.calendars },
    stations: { ...law.stations, ...more.stations },
    documents: [...law.documents, ...more.documents],
    packetWords: { ...law.packetWords, ...more.packetWords },
    briefings: { ...law.briefings, ...more.briefings },
    asks: { ...law.asks, ...more.asks },
    playbooks: [...law.playbooks, ...more.playbooks],
  };
}

type ByPair<Item> = Readonly<Record<string, readonly Item[]>>;

/** What both have for a pair, one after the other. */
function joined<Item>(first: ByPair<Item>, second: ByPair<Item>): ByPair<Item> {
  const pairs = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(pairs.map((pair) => [pair, [...(first[pair] ?? []), ...(second[pair] ?? [])]]));
}
