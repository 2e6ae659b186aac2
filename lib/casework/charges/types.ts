import type { PairingView } from "@/lib/law/dual-criminality/types";
import type { LegalSource, Side } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export type ElementView = {
  side: Side;
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
  /** Neither an incident nor an exhibit is linked to it yet. */
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
  /** Acts on whose day it was not in force: it does not carry them. */
  notCarried: { code: string; day: CivilDate }[];
};

export type ChargeView = {
  id: string;
  number: number;
  home: NamedOffenceView;
  there: NamedOffenceView | null;
  elements: ElementView[];
  pairing: PairingView | null;
  /** Elements without a fact, and needs of the other country that are missing or not judged. */
  gaps: number;
  namedBy: string;
  namedAt: Date;
};

export type Pairing = { home: OffenceView; there: OffenceView[]; words: string; extraElement: string };

export type ChargeChoices = {
  /** Offences that stood in the law on the day of an act, each with what it can be paired with. */
  open: { offence: OffenceView; pairings: Pairing[] }[];
  /** Offences that did not, listed so that nobody looks for them. */
  refused: OffenceView[];
};
