import type { PickList } from "@/lib/casework/incidents/types";
import type { RunningClock } from "@/lib/law/clocks/rules";
import type { ClockKind, Fact, LegalSource } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** One rung of a complaint as the law has it, with the paper and the consent that go with it. */
export type RungView = {
  key: string;
  /** Counted from 1. */
  number: number;
  to: string;
  send: string;
  /** How long to wait, in words. */
  clock: string;
  /** Who set that deadline; null if there is none. */
  kind: ClockKind | null;
  sources: readonly LegalSource[];
  /** The document to draft for it; null if we have none. */
  template: { key: string; title: string } | null;
  /** The written consent required when somebody complains on behalf of the client. */
  consent: { process: string; title: string; why: string; onFile: boolean; sources: readonly LegalSource[] } | null;
};

/** A step that handles complaints, with its levels and what to say on the spot. */
export type BranchView = { key: string; title: string; rungs: RungView[]; onTheSpot: readonly Fact[] };

/** A number that arrived since, which may have resolved the refusal. A person decides. */
export type Answer = { kind: string; display: string; on: CivilDate };

/** A line in the history of a branch; its note was opened. */
export type BranchLine = { id: string; on: CivilDate; note: string | null };

export type RefusalView = {
  id: string;
  number: number;
  stepKey: string;
  stepTitle: string;
  office: string;
  /** The office in the directory of bodies; null for one that is not listed. */
  body: { ref: string; name: string } | null;
  officer: string | null;
  forceNumber: string | null;
  words: string | null;
  witnesses: string | null;
  refusedAt: Date;
  zone: string;
  /** `E-04` */
  proof: string | null;
  recordedBy: string;
  recordedAt: Date;
  /** Null when the playbook has no rungs for the step. */
  rung: RungView | null;
  /** The playbook's advice if the step is refused. */
  advice: string;
  rungSince: CivilDate;
  due: RunningClock | null;
  /** The rungs above the current one. */
  above: readonly RungView[];
  trail: readonly { id: string; on: CivilDate; text: string }[];
  settledOn: CivilDate | null;
  settledNote: string | null;
  answered: Answer | null;
  /** The number that an office of the branch issued for the complaint, while the refusal is unresolved. */
  heard: Answer | null;
  /** A complaint sent to a higher level while the refusal is still recorded at a lower one. */
  sent: { rungKey: string; to: string; on: CivilDate } | null;
  /** What a complaint needs and was not recorded. */
  missing: readonly string[];
};

/** Everything that the page of refusals shows. */
export type RefusalDesk = {
  refusals: RefusalView[];
  /** Steps at which somebody may refuse. */
  steps: { key: string; title: string }[];
  branches: BranchView[];
  exhibits: PickList;
  homeZone: string;
  today: CivilDate;
};

export type OfficeCount = {
  office: string;
  refusals: number;
  settled: number;
};
