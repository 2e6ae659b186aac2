import { Fingerprint } from "@/app/_ui/fingerprint";
import { Notice } from "@/app/_ui/notice";
import { Facts } from "@/app/_ui/panel";
import { t } from "@/lib/platform/language/translate";

export type KeyFactsProps = {
  groups: readonly string[];
  subject: string;
  origin: string;
  /** Dates, formatted for display. */
  since: string;
  until: string;
  end: "far" | "soon" | "over";
  daysLeft: number;
};

/** The key in use. */
export function KeyFacts(props: KeyFactsProps) {
  const { groups, subject, origin, since, until, end, daysLeft } = props;
  return (
    <>
      {end === "soon" ? (
        <Notice kind="warning" title={t("This certificate ends on {until}, in {daysLeft} days", { until, daysLeft })}>
          <p>{t("Replace it below before then, and tell the new fingerprint to the officers who know the old one.")}</p>
        </Notice>
      ) : null}
      {end === "over" ? (
        <Notice kind="overdue" title={t("This certificate ended on {until}", { until })}>
          <p>{t("A packet is not signed with it any more. Replace it below.")}</p>
        </Notice>
      ) : null}
      <p className="read muted">{t("Officers ask for this by phone. Read it out from here, not from a packet.")}</p>
      <Fingerprint groups={groups} />
      <Facts
        items={[
          { name: t("In the name of"), value: subject },
          { name: t("Where it comes from"), value: origin },
          { name: t("In use since"), value: since },
          { name: t("Valid until"), value: until },
        ]}
      />
    </>
  );
}
