import { CaseTime } from "@/app/_ui/case-time";
import { classes } from "@/app/_ui/classes";
import { PageLink } from "@/app/_ui/page-link";
import { methodLabels, problemSentences } from "@/lib/evidence/exhibits/labels";
import type { ExhibitMarks, ExhibitView } from "@/lib/evidence/exhibits/types";
import type { NearCopy } from "@/lib/evidence/likenesses/types";
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
  near: NearCopy | undefined;
  state: ListState;
  /** It is the one that is shown beside the list. */
  isBeside: boolean;
  /** The form that acts on ticked exhibits. */
  pickFor: string;
};

/** One exhibit in the list: its words first, then where it was, when, and what it still needs. */
export function ExhibitTile(props: Props) {
  const { exhibit, zones, platform, marks, stamp, scan, stopped, duplicateOf, near, state, isBeside, pickFor } = props;
  const { id, caseId, number, label, words, description, capturedAt, look } = exhibit;
  return (
    <article className={classes("exhibit", isBeside && "is-picked")} aria-label={t("Exhibit {label}", { label })}>
      <div className="exhibit__top">
        <ExhibitPicture exhibit={exhibit} stopped={stopped} />
        <PageLink className="exhibit__no" href={`/cases/${caseId}/evidence/${id}`}>
          <span className="vh">{t("Open exhibit")} </span>
          {label}
        </PageLink>
        <input
          type="checkbox"
          className="exhibit__pick"
          form={pickFor}
          name="n"
          value={number}
          aria-label={t("Tick exhibit {label}", { label })}
        />
      </div>
      <div className="exhibit__body">
        <PageLink
          className="rowlink exhibit__text"
          href={listAddress(caseId, { ...state, exhibit: number }, "#picked")}
          aria-current={isBeside ? "true" : undefined}
          scroll={false}
        >
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
        <ExhibitFlags exhibit={exhibit} marks={marks} stamp={stamp} scan={scan} duplicateOf={duplicateOf} near={near} />
      </div>
    </article>
  );
}

function sourceWords({ method, account, device }: ExhibitView, platform: string | undefined): string {
  const where = account ? [platform, account.handle] : [platform ?? methodLabels[method], device];
  return where.filter(Boolean).join(", ");
}
