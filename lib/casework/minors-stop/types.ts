import type { Fact, LegalSource } from "@/lib/law/jurisdictions/types";

/** A stop for images of a minor, as the case shows it. Instants are UTC. */
export type StopView = {
  id: string;
  reason: string;
  setBy: string;
  setAt: Date;
  lifted: { by: string; at: Date; reason: string } | null;
};

/** What was recorded instead of an image. */
export type SightingView = {
  id: string;
  url: string;
  platformName: string | null;
  /** `A1 Instagram, @handle`; null when the account is not on the board. */
  account: string | null;
  platformAccountId: string | null;
  seenAt: Date;
  /** IANA zone of the clock that was read. */
  seenZone: string;
  reportedTo: string | null;
  reportReference: string | null;
  reportedAt: Date | null;
  note: string | null;
  recordedBy: string;
  recordedAt: Date;
};

/** One agency to report to, with the kind of number it issues. */
export type StopRoute = {
  agency: string;
  name: string;
  does: string;
  contacts: readonly { label: string; value: string; href?: string | undefined }[];
  act: string;
  /** Kinds of references to record once the report is made. */
  references: readonly { key: string; label: string }[];
  sources: readonly LegalSource[];
};

/** The routes and rules of one country, or of none. */
export type StopGuide = { key: string; title: string; routes: readonly StopRoute[]; facts: readonly Fact[] };

export type StopDesk = {
  /** The stop in force; null if files are accepted. */
  stop: StopView | null;
  /** Stops that were lifted, the newest first. */
  before: readonly StopView[];
  sightings: readonly SightingView[];
  guides: readonly StopGuide[];
  /** Who can be asked to lift it. */
  supervisors: readonly string[];
  /** A supervisor who did not set the current stop. */
  mayLift: boolean;
  clientIsMinor: boolean;
};
