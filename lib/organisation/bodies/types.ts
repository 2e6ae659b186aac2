import type { BodyDetails } from "@/db/schema";
import type { bodyKinds, LegalSource, Mark } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export type { BodyDetails } from "@/db/schema";
export { bodyKinds } from "@/lib/law/jurisdictions/types";

export type BodyKind = (typeof bodyKinds)[number];

/** `lapsed`: confirmed too long ago. `reported`: somebody said that something changed. */
export const standings = ["confirmed", "unconfirmed", "lapsed", "reported", "retired"] as const;
export type Standing = (typeof standings)[number];

const bodyActs = [
  "added",
  "imported",
  "changed",
  "confirmed",
  "reported",
  "settled",
  "retired",
  "restored",
  "merged",
  "undone",
] as const;
export type BodyAct = (typeof bodyActs)[number];

/** One line of the directory. `ref` names it in an address: an id, or `law-` and the key of an agency. */
export type BodyLine = {
  ref: string;
  kind: BodyKind;
  country: string;
  name: string;
  area: string | null;
  phone: string | null;
  standing: Standing;
  confirmedAt: Date | null;
  expiresOn: CivilDate | null;
};

export type BodyChange = {
  id: string;
  act: BodyAct;
  by: string;
  at: Date;
  was: Partial<BodyDetails> | null;
  became: Partial<BodyDetails> | null;
  note: string | null;
};

/** A phone number, mail address or page of a body of the law data. */
type ShippedContact = { label: string; value: string; href?: string | undefined };

/** An entry with everything that is known of it. */
export type Body = BodyLine & {
  email: string | null;
  address: string | null;
  hours: string | null;
  languages: string | null;
  purpose: string | null;
  source: string;
  readOn: CivilDate;
  mark: Mark;
  confirmedBy: string | null;
  /** What the law data says, for a body that comes from there and that nobody has changed; else null. */
  shipped: { contacts: readonly ShippedContact[]; sources: readonly LegalSource[] } | null;
  /** The entry that it turned out to be. */
  mergedInto: { ref: string; name: string } | null;
  reportedAt: Date | null;
  /** The newest first. */
  history: BodyChange[];
};

/** What a field of a form proposes: `label` names one body alone. */
export type OfferedBody = { ref: string; label: string; kind: BodyKind };

export const bodySorts = ["name", "kind", "country", "area", "confirmed"] as const;
export type BodySort = (typeof bodySorts)[number];

export type BodyFilter = {
  q?: string | undefined;
  kinds?: readonly string[] | undefined;
  countries?: readonly string[] | undefined;
  standings?: readonly string[] | undefined;
  sort: BodySort;
  dir: "asc" | "desc";
  page: number;
};

/** An agency of a step in the directory. `own`: its details, if the organisation changed them. */
export type StepBody = { ref: string; standing: Standing; own: BodyDetails | null };
