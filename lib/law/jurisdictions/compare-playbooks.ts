import { clockText } from "./clock-text";
import { houseLaw } from "./house-law";
import type { Law } from "./load-law";
import type { Fact, Playbook, PlaybookLevel, PlaybookStep, Prerequisite } from "./types";

/** The changes in a move from one version to another, each in a plain sentence; empty if there are none. */
export type PlaybookChanges = {
  pair: string;
  from: number;
  to: number;
  added: StepChange[];
  removed: StepChange[];
  /** The same step under another title. */
  renamed: StepChange[];
  /** Steps that stay, with what is different about them. */
  changed: StepChange[];
  /** Levels, drawing and clocks of the whole case. */
  whole: string[];
  /** True when a move would change nothing. */
  same: boolean;
};

export type StepChange = { stepKey: string; title: string; says: string[] };

/**
 * The preview of a move: what is added, removed, renamed and changed between two versions of a pair's playbook.
 * @throws RangeError for playbooks of two different pairs
 */
export function comparePlaybooks(from: Playbook, to: Playbook, law: Law = houseLaw): PlaybookChanges {
  if (from.pair !== to.pair) throw new RangeError(`${from.pair} and ${to.pair} are not versions of one playbook`);
  const steps = Object.values(to.steps);
  const kept = steps.flatMap((now) => {
    const before = from.steps[now.key];
    return before ? [{ before, now }] : [];
  });
  const added = steps
    .filter((step) => !from.steps[step.key])
    .map((step) => changeOf(step, [`New on level ${levelOf(to, step.key)}: ${step.summary}.`]));
  const removed = Object.values(from.steps)
    .filter((step) => !to.steps[step.key])
    .map((step) => changeOf(step, [`No longer part of the ladder. What is recorded on it stays on file.`]));
  const renamed = kept
    .filter(({ before, now }) => before.title !== now.title)
    .map(({ before, now }) => changeOf(now, [`Was called ${before.title}.`]));
  const changed = kept
    .map(({ before, now }) => changeOf(now, [...placeChanges(from, to, now.key), ...stepChanges(before, now, law)]))
    .filter((change) => change.says.length > 0);
  const whole = wholeChanges(from, to, law);
  const same = [added, removed, renamed, changed, whole].every((list) => list.length === 0);
  return { pair: to.pair, from: from.version, to: to.version, added, removed, renamed, changed, whole, same };
}

const changeOf = (step: PlaybookStep, says: string[]): StepChange => ({ stepKey: step.key, title: step.title, says });

const keysOf = (level: PlaybookLevel): (string | undefined)[] => level.rows.flatMap((row) => [row.home, row.there]);

const levelOf = (playbook: Playbook, key: string): number =>
  playbook.levels.findIndex((level) => keysOf(level).includes(key)) + 1;

function placeChanges(from: Playbook, to: Playbook, key: string): string[] {
  const before = levelOf(from, key);
  const now = levelOf(to, key);
  return before === now ? [] : [`Moved from level ${before} to level ${now}.`];
}

/** A sentence for each part of a step that differs. Sources alone say nothing about what to do, but they are shown. */
function stepChanges(before: PlaybookStep, now: PlaybookStep, law: Law): string[] {
  const says: string[] = [];
  if (before.whoMaySend !== now.whoMaySend) {
    says.push(`Who may send: ${now.whoMaySend}, before ${before.whoMaySend}.`);
  }
  if (before.sendableByUs !== now.sendableByUs) {
    says.push(now.sendableByUs ? "We may send it now." : "Only officials may send it now.");
  }
  says.push(...listChanges("Opens", before.prerequisites.map(opens), now.prerequisites.map(opens)));
  says.push(...clockChanges(before, now, law));
  says.push(...listChanges("Guidance", before.guidance, now.guidance));
  says.push(...listChanges("To say on the spot", textsOf(before.onTheSpot), textsOf(now.onTheSpot)));
  says.push(...listChanges("Paper or number", producesOf(before, law), producesOf(now, law)));
  if (before.ifStalled !== now.ifStalled) says.push(`If nothing comes back: ${now.ifStalled}`);
  if (before.ifRefused !== now.ifRefused) says.push(`If it is refused: ${now.ifRefused}`);
  if (before.notifiesSubject !== now.notifiesSubject) {
    says.push(now.notifiesSubject ?? "It is no longer marked as something that the subject may hear of.");
  }
  if (says.length > 0) return says;
  return differs(comparable(before), comparable(now)) ? ["Details or sources were brought up to date."] : [];
}

const opens = (need: Prerequisite): string => need.opens;

const producesOf = ({ produces }: PlaybookStep, law: Law): string[] => [
  ...produces.references.map((key) => law.referenceKinds.find((kind) => kind.key === key)?.label ?? key),
  ...[produces.document, produces.packet].flatMap((kind) => kind?.replaceAll("_", " ") ?? []),
];

const textsOf = (facts: readonly Fact[]): string[] => facts.map((fact) => fact.text);

const clockName = (code: string, law: Law): string => law.clocks.find((clock) => clock.code === code)?.title ?? code;

/** Title and side are reported separately. */
const comparable = ({ title: _, ...rest }: PlaybookStep) => rest;

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

function listChanges(word: string, before: readonly string[], now: readonly string[]): string[] {
  const added = now.filter((text) => !before.includes(text)).map((text) => `${word}, new: ${text}`);
  const gone = before.filter((text) => !now.includes(text)).map((text) => `${word}, no longer: ${text}`);
  return [...added, ...gone];
}

const ruleOf = (code: string, law: Law) => law.clocks.find((rule) => rule.code === code) ?? null;

function clockChanges(before: PlaybookStep, now: PlaybookStep, law: Law): string[] {
  const codes = (step: PlaybookStep) => step.clocks.map((clock) => clock.code);
  const both = now.clocks.filter((clock) => codes(before).includes(clock.code));
  return [
    ...listChanges(
      "Clock",
      codes(before).map((code) => clockName(code, law)),
      codes(now).map((code) => clockName(code, law)),
    ),
    ...both
      .filter((clock) =>
        differs(
          before.clocks.filter((candidate) => candidate.code === clock.code),
          now.clocks.filter((candidate) => candidate.code === clock.code),
        ),
      )
      .map(
        (clock) =>
          `${clockName(clock.code, law)}: starts or stops otherwise (${clockText(clock.idle, ruleOf(clock.code, law))}).`,
      ),
  ];
}

function wholeChanges(from: Playbook, to: Playbook, law: Law): string[] {
  const names = (playbook: Playbook) => playbook.levels.map((level) => level.name);
  const clocks = (playbook: Playbook) => playbook.caseClocks.map((clock) => clockName(clock.code, law));
  const warnings = (playbook: Playbook) => playbook.warnings.map((warning) => warning.text);
  return [
    ...listChanges("Level", names(from), names(to)),
    ...listChanges("Clock of the whole case", clocks(from), clocks(to)),
    ...listChanges("Warning", warnings(from), warnings(to)),
  ];
}
