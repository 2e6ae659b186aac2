import type { Route } from "next";
import type { SectionItem } from "@/app/_shell/nav";
import type { CaseHeaderView } from "@/lib/casework/cases/types";
import type { CaseDesk } from "@/lib/oversight/my-work/types";

/** The parts of a case, for the side bar and for the strip of a phone. `chargeGaps`: what is open on its charges. */
export function caseSections(header: CaseHeaderView, chargeGaps: number, desk: CaseDesk): SectionItem[] {
  const base = `/cases/${header.id}`;
  const { counts } = header;
  const part = (path: string, label: string, count?: number, attention = false): SectionItem => ({
    href: `${base}${path}` as Route,
    label,
    count,
    attention,
  });
  return [
    { ...part("", "Overview"), exact: true },
    part("/deadlines", "Deadlines", undefined, header.late),
    part("/references", "References", counts.references),
    part("/incidents", "Incidents", counts.incidents),
    part("/subjects", "Subjects", counts.subjects, header.needsAccountId > 0),
    part("/evidence", "Evidence", counts.exhibits),
    part("/charges", "Charges", counts.charges, chargeGaps > 0),
    ...(header.mayBeRefused || counts.refusals > 0
      ? [part("/refusals", "Refusals", counts.refusals, header.openRefusals > 0)]
      : []),
    part("/documents", "Documents", counts.documents),
    part("/packets", "Packets", counts.packets),
    part("/releases", "Releases", counts.releases),
    part("/flags", "Flags", desk.flags, desk.flags > 0),
    part("/reviews", "Review notes", desk.reviews, desk.reviews > 0),
  ];
}
