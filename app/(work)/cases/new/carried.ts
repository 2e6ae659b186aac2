import type { ClientMatch } from "@/lib/casework/clients/types";
import type { Hit } from "@/lib/oversight/search/types";

/** The fields of the search that go on to the form of the case. */
export const carriedFields = ["name", "phone", "email", "identityNumber", "handle", "number"] as const;

/** What an intake adds that was taken offline, and the id that its case gets. */
type FromIntake = "matter" | "safe" | "inDanger" | "caseId";

export type Carried = Partial<Record<(typeof carriedFields)[number] | FromIntake, string>>;

/** What somebody wrote in an enquiry, for the form of the case. */
export type FromEnquiry = {
  id: string;
  typed: Carried;
  what: string;
  /** Her country and the other: a pair, if we have it. */
  pair: string;
  isDanger: boolean;
  channel: string;
  hours: string;
  deviceSeenBy: string;
  never: string;
};

/** What a search found: clients, and cases that have the handle or the number. */
export type Sought = { matches: ClientMatch[]; cases: Pick<Hit, "caseId" | "code" | "pseudonym" | "reasons">[] };
