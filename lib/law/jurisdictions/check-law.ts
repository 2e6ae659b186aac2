import { brokenDocuments, missingDocuments } from "./check-documents";
import { brokenPacketWords } from "./check-packet-words";
import type { Law } from "./load-law";
import type { DualCriminality, Offence, Playbook, PlaybookStep } from "./types";

/** The inconsistencies between parts of a body of law, one line each; empty if every key can be resolved. */
export function brokenLaw(law: Law): string[] {
  return [
    ...law.playbooks.flatMap((playbook) => brokenPlaybook(playbook, law)),
    ...brokenOffences(law),
    ...brokenPairings(law),
    ...brokenTexts(law),
    ...brokenClocks(law),
    ...brokenNotes(law),
    ...brokenDocuments(law),
    ...missingDocuments(law),
    ...brokenPacketWords(law),
    ...brokenAsks(law),
    ...brokenChecklists(law),
    ...brokenStations(law),
    ...repeats(law),
  ];
}

/** Every law source number in a checklist must be in the list of its pair. */
function brokenChecklists(law: Law): string[] {
  return Object.entries(law.checklists).flatMap(([pair, lists]) => {
    const listed = new Set(law.packetWords[pair]?.laws.map((statute) => statute.no) ?? []);
    return lists.flatMap((list) =>
      list.lines.flatMap((line) =>
        line.law
          .filter((no) => !listed.has(no))
          .map((no) => `checklist ${pair} ${list.kind} version ${list.version}: line ${line.id}: no law source ${no}`),
      ),
    );
  });
}

/** Every law source number behind a request must be in the list of its pair, and each kind stands once. */
function brokenAsks(law: Law): string[] {
  return Object.entries(law.asks).flatMap(([pair, { kinds, atHome }]) => {
    const listed = new Set((law.packetWords[pair]?.laws ?? []).map(({ no }) => no));
    const named = [...kinds.flatMap((kind) => kind.law), ...(atHome?.law ?? [])];
    const keys = kinds.map((kind) => kind.key);
    return [
      ...(law.playbooks.some((playbook) => playbook.pair === pair) ? [] : [`asks ${pair}: no playbook of that pair`]),
      ...[...new Set(named)].filter((no) => !listed.has(no)).map((no) => `asks ${pair}: no law source ${no}`),
      ...keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `asks ${pair}: ${key} stands twice`),
    ];
  });
}

/** Every statement about a station's name must be about a name on the list. */
function brokenStations(law: Law): string[] {
  return Object.entries(law.stations).flatMap(([country, list]) => {
    const names = new Set([...list.names, ...list.earlierNames]);
    const messages = [...list.alsoPeople, ...list.alsoWords, ...Object.values(list.shortNames)];
    return messages.filter((name) => !names.has(name)).map((name) => `stations of ${country}: no station ${name}`);
  });
}

function repeats(law: Law): string[] {
  const keys = [
    ...law.agencies.map((a) => `agency ${a.key}`),
    ...law.referenceKinds.map((k) => `reference kind ${k.key}`),
    ...law.platforms.map((p) => `platform ${p.key}`),
    ...law.offences.map((o) => `offence ${o.key}`),
    ...law.remedies.map((r) => `remedy ${r.key}`),
    ...law.notes.map((n) => `note ${n.key}`),
    ...law.processes.map((p) => `process ${p.key}`),
    ...law.texts.map((text) => `text ${text.key}`),
    ...law.clocks.map((c) => `clock ${c.code}`),
    ...law.documents.map((d) => `document ${d.key}`),
    ...law.playbooks.map((p) => `playbook ${p.pair} version ${p.version}`),
    ...Object.entries(law.checklists).flatMap(([pair, lists]) =>
      lists.map((list) => `checklist ${pair} ${list.kind} version ${list.version}`),
    ),
  ];
  return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${key} stands twice`);
}

function brokenPairings(law: Law): string[] {
  const offences = new Map(law.offences.map((o) => [o.key, o]));
  const rows = Object.values(law.dualCriminality).flat();
  return rows.flatMap((row) => {
    const unknown = [
      ...row.home,
      ...row.there,
      ...row.elements.flatMap((e) => e.offences),
      ...row.answers.flatMap((a) => a.only),
    ]
      .filter((key) => !offences.has(key))
      .map((key) => `pairing ${row.key}: no offence ${key}`);
    const named = row.elements
      .flatMap((e) => e.metBy.map((word) => /^home_element:(.+)$/.exec(word)?.[1]))
      .filter((name) => name !== undefined);
    const beyond = row.home.flatMap((key) =>
      named
        .filter((name) => !hasElement(offences.get(key), name))
        .map((name) => `pairing ${row.key}: offence ${key} has no element ${name}`),
    );
    return [...unknown, ...beyond, ...brokenAnswers(row, offences)];
  });
}

function brokenTexts(law: Law): string[] {
  const offences = new Set(law.offences.map((offence) => offence.key));
  return law.texts.flatMap((text) =>
    text.offences.filter((key) => !offences.has(key)).map((key) => `text ${text.key}: no offence ${key}`),
  );
}

/** By its key, or by its place counted from 0. */
const hasElement = (offence: Offence | undefined, name: string): boolean =>
  offence !== undefined && (offence.elementKeys.includes(name) || offence.elements[Number(name)] !== undefined);

/** Each row of the table must name elements and needs that there are. */
function brokenAnswers(row: DualCriminality, offences: ReadonlyMap<string, Offence>): string[] {
  const keysOf = (keys: readonly string[]) => new Set(keys.flatMap((key) => offences.get(key)?.elementKeys ?? []));
  const known = {
    home: keysOf(row.home),
    there: keysOf(row.there),
    needs: new Set(row.elements.flatMap((need) => need.key ?? [])),
  };
  const strange = row.elements
    .filter((need) => need.element !== undefined && !known.there.has(need.element))
    .map((need) => `pairing ${row.key}: no element ${need.element} there`);
  const broken = (["home", "there", "needs"] as const).flatMap((part) => {
    const keys = row.answers.flatMap((answering) => answering[part]);
    return keys.filter((key) => !known[part].has(key)).map((key) => `pairing ${row.key}: answers: no ${part} ${key}`);
  });
  return [...strange, ...broken];
}

/** Elements and their keys are counted together. */
function brokenOffences(law: Law): string[] {
  const keys = new Set(law.offences.map(({ key }) => key));
  return law.offences.flatMap(({ key, elements, elementKeys, replacedBy }) => [
    ...(elementKeys.length === 0 || elementKeys.length === elements.length
      ? []
      : [`offence ${key}: ${elements.length} elements and ${elementKeys.length} keys`]),
    ...elementKeys.filter((name, i) => elementKeys.indexOf(name) !== i).map((n) => `offence ${key}: ${n} stands twice`),
    ...replacedBy.filter((other) => !keys.has(other)).map((other) => `offence ${key}: no offence ${other}`),
  ]);
}

function brokenClocks(law: Law): string[] {
  const platforms = new Set(law.platforms.map((p) => p.key));
  return law.clocks.flatMap((clock) => {
    const counted = ["working_days", "court_days"].includes(clock.limit?.unit ?? "");
    return [
      ...clock.platforms.filter((key) => !platforms.has(key)).map((key) => `clock ${clock.code}: no platform ${key}`),
      ...(counted && !law.calendars[clock.calendar] ? [`clock ${clock.code}: no calendar ${clock.calendar}`] : []),
      ...(clock.atRisk && clock.kind !== "D" ? [`clock ${clock.code}: atRisk, and it is not our own default`] : []),
    ];
  });
}

function brokenNotes(law: Law): string[] {
  const agencies = new Set(law.agencies.map((a) => a.key));
  const kinds = new Set(law.referenceKinds.map((k) => k.key));
  return law.notes.flatMap((note) =>
    (note.routes ?? []).flatMap((route) => [
      ...(agencies.has(route.agency) ? [] : [`note ${note.key}: no agency ${route.agency}`]),
      ...route.references.filter((key) => !kinds.has(key)).map((key) => `note ${note.key}: no reference kind ${key}`),
    ]),
  );
}

type Known = Record<"kinds" | "agencies" | "clocks" | "processes", ReadonlySet<string>>;

function brokenPlaybook(playbook: Playbook, law: Law): string[] {
  const known: Known = {
    kinds: new Set(law.referenceKinds.map((k) => k.key)),
    agencies: new Set(law.agencies.map((a) => a.key)),
    clocks: new Set(law.clocks.filter((c) => c.enabled).map((c) => c.code)),
    processes: new Set(law.processes.map((p) => p.key)),
  };
  const placed = playbook.levels.flatMap((l) => l.rows.flatMap((r) => [r.home, r.there]));
  const name = `playbook ${playbook.pair} version ${playbook.version}`;
  const at = (step: string, what: string) => `${name}, step ${step}: ${what}`;
  return [
    ...placed.flatMap((key) => (key && !playbook.steps[key] ? [at(key, "drawn but not described")] : [])),
    ...Object.keys(playbook.steps)
      .filter((key) => placed.filter((d) => d === key).length !== 1)
      .map((key) => at(key, "must be drawn exactly once")),
    ...Object.entries(playbook.steps).flatMap(([key, step]) =>
      brokenStep(step, playbook, known).map((what) => at(key, what)),
    ),
    ...playbook.caseClocks
      .filter((clock) => !known.clocks.has(clock.code))
      .map((clock) => `${name}, case clocks: no clock in force ${clock.code}`),
  ];
}

function brokenStep(step: PlaybookStep, playbook: Playbook, known: Known): string[] {
  const kinds = [
    ...step.produces.references,
    ...step.prerequisites.flatMap((p) => ("anyOf" in p ? p.anyOf : [])),
    ...step.doneWhen.flatMap((d) => ("anyOf" in d ? d.anyOf : [])),
    ...step.notNeeded.flatMap((n) => ("anyOf" in n ? n.anyOf : [])),
    ...step.clocks.flatMap((c) => ("anyOf" in c.from ? c.from.anyOf : [])),
  ];
  const rungs = step.rungs ?? [];
  const clocks = [...step.clocks.map((c) => c.code), ...rungs.flatMap((r) => r.clockCode ?? [])];
  const missing = (what: string, keys: readonly string[], in_: ReadonlySet<string>) =>
    keys.filter((key) => !in_.has(key)).map((key) => `no ${what} ${key}`);
  return [
    ...missing("reference kind", kinds, known.kinds),
    ...missing("agency", step.agencies, known.agencies),
    ...missing("clock in force", clocks, known.clocks),
    ...missing(
      "process",
      rungs.flatMap((r) => r.authority ?? []),
      known.processes,
    ),
    ...missing(
      "step",
      step.prerequisites.flatMap((p) => (p.need === "step" ? [p.step] : [])),
      new Set(Object.keys(playbook.steps)),
    ),
  ];
}
