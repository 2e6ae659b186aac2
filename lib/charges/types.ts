import type { LegalSource, Side } from "@/lib/jurisdictions/types";

export type ElementView = {
  side: Side;
  /** Counted from 0. */
  element: number;
  text: string;
  incidentIds: string[];
  /** `I-1`, `C-2` */
  incidents: string[];
  note: string | null;
  /** No fact is tied to it yet. */
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

export type ChargeView = {
  id: string;
  number: number;
  home: OffenceView;
  there: OffenceView | null;
  /** What the other country still needs beside the home offence. */
  extraElement: string | null;
  elements: ElementView[];
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
