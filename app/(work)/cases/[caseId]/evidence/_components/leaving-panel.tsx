import type { Route } from "next";
import { LinkButton } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import type { PictureView } from "@/lib/evidence/clearances/types";
import { withQuery } from "@/lib/platform/paging";
import { plural } from "@/lib/platform/text/format";

type Props = { caseId: string; exhibitId: string; pictures: readonly PictureView[] };

/** Whether a person has checked what a packet would serve of the exhibit. */
export function LeavingPanel({ caseId, exhibitId, pictures }: Props) {
  if (pictures.length === 0) return null;
  const left = pictures.filter(({ clearance: look }) => look === null).length;
  return (
    <Panel
      title="Before it leaves"
      id="leaving"
      end={
        <LinkButton
          small
          icon="eye"
          href={withQuery(`/cases/${caseId}/evidence/pictures`, { exhibit: exhibitId }) as Route}
        >
          Look at the pictures
        </LinkButton>
      }
    >
      <p>
        {left === 0
          ? `A person looked at ${pictures.length === 1 ? "its picture" : `each of its ${pictures.length} pictures`}.`
          : `Nobody looked yet at ${plural(left, "picture")} of ${pictures.length}. No packet with it is approved before.`}
      </p>
    </Panel>
  );
}
