import type { PairingView } from "@/lib/law/dual-criminality/types";
import type { LegalSource, Side } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export type ElementView = {
  side: Side;
  /** Its lasting name in the law data. */
  key: string;
  /** Counted from 0. */
  element: number;
  text: string;
  incidentIds: string[];
  exhibitIds: string[];
  /** `I-1`, `C-2` */
  incidents: string[];
  /** `E-04` */
  exhibits: string[];
  note: string | null;
  /** What may bear on it and nobody decided about. */
  offered: { id: string; code: string }[];
  /** What may bear on it and is not relied on. */
  declined: { id: string; code: string; why: string }[];
  /** No incident or exhibit is linked to it yet. */
  gap: boolean;
};

export type OffenceView = {
  key: string;
  title: string;
  citation: string;
  maxPenalty: string;
  inForceFrom: string | null;
  note: string | null;
  /** False when it must not be relied on for any act of the case. */
  inForce: boolean;
  sources: readonly LegalSource[];
};

export type NamedOffenceView = OffenceView & {
  /** Acts on whose date it was not in force: they do not support it. */
  notCarried: { code: string; day: CivilDate }[];
};

export type ChargeView = {
  id: string;
  number: number;
  home: NamedOffenceView;
  there: NamedOffenceView | null;
  elements: ElementView[];
  pairing: PairingView | null;
  /** Elements without a fact, and requirements of the other country that are missing or not decided. */
  gaps: number;
  namedBy: string;
  namedAt: Date;
};

/** An offence of either country that the acts may reach, and the acts. */
export type CandidateView = OffenceView & { country: string; acts: string[] };

/** An offence that was considered and is not relied on. */
type ConsideredView = { key: string; title: string; citation: string; why: string; by: string; at: Date };

export type Consideration = { candidates: CandidateView[]; considered: ConsideredView[] };

export type Pairing = { home: OffenceView; there: OffenceView[]; words: string; extraElement: string };

export type ChargeChoices = {
  /** Offences in force on the date of an act, each with what it can be paired with. */
  open: { offence: OffenceView; pairings: Pairing[] }[];
  /** Offences that were not in force, listed so that nobody searches for them. */
  refused: OffenceView[];
};
