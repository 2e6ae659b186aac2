import { Fingerprint } from "@/app/_ui/fingerprint";
import { Notice } from "@/app/_ui/notice";
import { Facts } from "@/app/_ui/panel";

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
        <Notice kind="warning" title={`This certificate ends on ${until}, in ${daysLeft} days`}>
          <p>Replace it below before then, and tell the new fingerprint to the officers who know the old one.</p>
        </Notice>
      ) : null}
      {end === "over" ? (
        <Notice kind="overdue" title={`This certificate ended on ${until}`}>
          <p>A packet is not signed with it any more. Replace it below.</p>
        </Notice>
      ) : null}
      <p className="read muted">Officers ask for this by phone. Tell it from here, not from a packet.</p>
      <Fingerprint groups={groups} />
      <Facts
        items={[
          { name: "In the name of", value: subject },
          { name: "Where it comes from", value: origin },
          { name: "In use since", value: since },
          { name: "Valid until", value: until },
        ]}
      />
    </>
  );
}
