import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { FoldedTimeline } from "@/app/_ui/timeline";
import { changeWords, sectionLabels } from "@/lib/casework/safety/plans/labels";
import type { PlanVersion } from "@/lib/casework/safety/plans/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

type Props = { caseId: string; versions: readonly PlanVersion[]; zone: string };

/** Every version of the plan with what changed, the newest first. */
export function PlanVersions({ caseId, versions, zone }: Props) {
  if (versions.length === 0) return null;
  return (
    <Panel id="versions" title={t("Versions")} end={<span className="muted">{t("All are kept")}</span>}>
      <FoldedTimeline
        first={3}
        more="earlier version"
        events={versions.map(({ version, change, section, savedBy, savedAt }) => ({
          key: String(version),
          icon: "history",
          title: (
            <PageLink href={`/cases/${caseId}/safety?version=${version}` as Route}>
              {t("Version {version}", { version })}
            </PageLink>
          ),
          detail: t("{change}, by {savedBy}", {
            change: changeWords[change](sectionLabels[section].title),
            savedBy,
          }),
          at: savedAt.toISOString(),
          when: formatInstant(savedAt, zone),
        }))}
      />
    </Panel>
  );
}
