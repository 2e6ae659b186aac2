import { CaseTime } from "@/app/_ui/case-time";
import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { methodLabels, problemSentences } from "@/lib/evidence/exhibits/labels";
import type { ExhibitMarks, ExhibitView } from "@/lib/evidence/exhibits/types";
import type { ScanStanding } from "@/lib/evidence/scans/types";
import type { StampSummary } from "@/lib/evidence/timestamps/types";
import { t } from "@/lib/platform/language/translate";
import { type ListState, listAddress } from "../list-view";
import { ExhibitFlags } from "./exhibit-flags";
import { ExhibitPicture } from "./exhibit-picture";

export type Zones = { home: string; there: string };

type Props = {
  exhibit: ExhibitView;
  zones: Zones;
  /** The platform as people call it. */
  platform: string | undefined;
  marks: ExhibitMarks | undefined;
  stamp: StampSummary;
  scan: ScanStanding;
  /** The case is stopped for an image of a minor. */
  stopped: boolean;
  /** The label of an earlier exhibit with the same bytes. */
  duplicateOf: string | undefined;
  state: ListState;
};

/** One exhibit in the list: its words first, then where it was, when, and what it still needs. */
export function ExhibitTile({ exhibit, zones, platform, marks, stamp, scan, stopped, duplicateOf, state }: Props) {
  const { id, caseId, label, words, description, capturedAt, look } = exhibit;
  const picked = state.exhibit === id;
  return (
    <article className={classes("exhibit", picked && "is-picked")} aria-label={t("Exhibit {label}", { label })}>
      <div className="exhibit__top">
        <ExhibitPicture exhibit={exhibit} stopped={stopped} />
        <span className="exhibit__no">{label}</span>
        <PageLink
          className="exhibit__beside"
          href={listAddress(caseId, { ...state, exhibit: picked ? undefined : id }, picked ? "" : "#picked")}
          aria-current={picked ? "true" : undefined}
          scroll={false}
        >
          <Icon name={picked ? "x" : "info"} />
          <span className="vh">
            {picked ? t("Close {label}", { label }) : t("Show {label} beside the list", { label })}
          </span>
        </PageLink>
      </div>
      <div className="exhibit__body">
        <PageLink className="rowlink exhibit__text" href={`/cases/${caseId}/evidence/${id}`}>
          {words ? `“${words}”` : description}
        </PageLink>
        {words ? <p className="small muted clamp">{description}</p> : null}
        <p className="small muted clamp">{sourceWords(exhibit, platform)}</p>
        <p className="small muted">
          {capturedAt ? (
            <CaseTime at={capturedAt} zones={[zones.home, zones.there]} />
          ) : (
            t("Time of capture not recorded")
          )}
        </p>
        {look?.problem ? <p className="small exhibit__problem">{problemSentences[look.problem]}</p> : null}
        <ExhibitFlags exhibit={exhibit} marks={marks} stamp={stamp} scan={scan} duplicateOf={duplicateOf} />
      </div>
    </article>
  );
}

function sourceWords({ method, account, device }: ExhibitView, platform: string | undefined): string {
  const where = account ? [platform, account.handle] : [platform ?? methodLabels[method], device];
  return where.filter(Boolean).join(", ");
}
