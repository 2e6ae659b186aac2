import { Hash } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { methodLabels, problemSentences } from "@/lib/evidence/labels";
import type { ExhibitView } from "@/lib/evidence/types";
import { formatBothZones } from "@/lib/platform/format";
import { ExhibitFlags } from "./exhibit-flags";
import { ExhibitPicture } from "./exhibit-picture";

export type Zones = { home: string; there: string };

/** One exhibit in the list: the words first, then what it is, when, its hash and what it still needs. */
export function ExhibitTile({ exhibit, zones }: { exhibit: ExhibitView; zones: Zones }) {
  const { id, caseId, label, words, description, capturedAt, look, sha256 } = exhibit;
  return (
    <article className="exhibit" aria-label={`Exhibit ${label}`}>
      <div className="exhibit__top">
        <ExhibitPicture exhibit={exhibit} />
        <span className="exhibit__no">{label}</span>
      </div>
      <div className="exhibit__body">
        <PageLink className="rowlink exhibit__text" href={`/cases/${caseId}/evidence/${id}`}>
          {words ? `“${words}”` : description}
        </PageLink>
        {words ? <p className="small muted clamp">{description}</p> : null}
        <p className="small muted">{sourceWords(exhibit)}</p>
        <p className="small muted">
          {capturedAt ? formatBothZones(capturedAt, zones.home, zones.there) : "Time of capture not recorded"}
        </p>
        {look?.problem ? <p className="small exhibit__problem">{problemSentences[look.problem]}</p> : null}
        <Hash value={sha256} short />
        <ExhibitFlags exhibit={exhibit} />
      </div>
    </article>
  );
}

function sourceWords({ method, account, device }: ExhibitView): string {
  return [methodLabels[method], account?.handle ?? device].filter(Boolean).join(", ");
}
