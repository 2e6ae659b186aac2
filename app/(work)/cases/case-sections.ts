import type { Route } from "next";
import type { SectionItem } from "@/app/_shell/nav";
import type { CaseHeaderView } from "@/lib/casework/cases/types";
import type { CaseDesk } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";

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
    { ...part("", t("Overview")), exact: true },
    part("/timeline", t("Timeline")),
    part("/deadlines", t("Deadlines"), undefined, header.late),
    part("/references", t("References"), counts.references),
    part("/incidents", t("Incidents"), counts.incidents),
    part("/danger", t("Danger"), undefined, header.inDanger),
    part("/safety", t("Safety")),
    part("/subjects", t("Subjects"), counts.subjects, header.needsAccountId > 0),
    part("/evidence", t("Evidence"), counts.exhibits),
    part("/takedowns", t("Take-downs"), counts.takedowns),
    part("/charges", t("Charges"), counts.charges, chargeGaps > 0),
    ...(header.mayBeRefused || counts.refusals > 0
      ? [part("/refusals", t("Refusals"), counts.refusals, header.openRefusals > 0)]
      : []),
    part("/letters", t("Letters"), counts.letters),
    part("/documents", t("Documents"), counts.documents),
    part("/packets", t("Packets"), counts.packets),
    part("/client-page", t("Client's page"), desk.clientNews ? 1 : undefined, desk.clientNews),
    part("/consent", t("Consent")),
    part("/releases", t("Releases"), counts.releases),
    part("/referrals", t("Referrals")),
    part("/flags", t("Flags"), desk.flags, desk.flags > 0),
    part("/reviews", t("Review notes"), desk.reviews, desk.reviews > 0),
  ];
}
