import type { Route } from "next";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import type { PictureView } from "@/lib/evidence/clearances/types";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";
import { plural } from "@/lib/platform/text/format";

type Props = { caseId: string; exhibitId: string; pictures: readonly PictureView[] };

/** Whether a person has checked what a packet would serve of the exhibit. */
export function LeavingPanel({ caseId, exhibitId, pictures }: Props) {
  if (pictures.length === 0) return null;
  const left = pictures.filter(({ clearance: look }) => look === null).length;
  return (
    <Panel
      title={t("Before it leaves")}
      id="leaving"
      end={
        <LinkButton
          small
          icon="eye"
          href={withQuery(`/cases/${caseId}/evidence/pictures`, { exhibit: exhibitId }) as Route}
        >
          {t("Look at the pictures")}
        </LinkButton>
      }
    >
      <p>
        {left === 0
          ? t("A person has checked {value}.", {
              value:
                pictures.length === 1
                  ? t("its picture")
                  : t("each of its {pictures} pictures", { pictures: pictures.length }),
            })
          : t("Nobody has checked {left} of {pictures} yet. No packet with it can be approved until then.", {
              left: plural(left, "picture"),
              pictures: pictures.length,
            })}
      </p>
    </Panel>
  );
}
