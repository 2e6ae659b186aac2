import { CaseTime } from "@/app/_ui/case-time";
import { LinkButton } from "@/app/_ui/link-button";
import { Hash } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { flagAdvice } from "@/lib/evidence/exhibits/labels";
import type { ExhibitMarks, ExhibitView } from "@/lib/evidence/exhibits/types";
import type { NearCopy } from "@/lib/evidence/likenesses/types";
import type { ScanStanding } from "@/lib/evidence/scans/types";
import type { StampSummary } from "@/lib/evidence/timestamps/types";
import { t } from "@/lib/platform/language/translate";
import { ExhibitFlags } from "./exhibit-flags";
import type { Zones } from "./exhibit-tile";
import { ScrollToPicked } from "./scroll-to-picked";

type Props = {
  exhibit: ExhibitView;
  zones: Zones;
  marks: ExhibitMarks | undefined;
  stamp: StampSummary;
  scan: ScanStanding;
  duplicateOf: string | undefined;
  near: NearCopy | undefined;
};

const unknown = <span className="muted">{t("Not recorded")}</span>;

/** One exhibit next to the list: its description, what it lacks and where to fix it. */
export function PickedExhibit({ exhibit, zones, marks, stamp, scan, duplicateOf, near }: Props) {
  const { caseId, id, label, words, description, flags, incidents, sha256 } = exhibit;
  const page = `/cases/${caseId}/evidence/${id}` as const;
  return (
    <Panel title={t("Exhibit {label}", { label })} id="picked">
      <ScrollToPicked exhibit={label} />
      <ExhibitFlags exhibit={exhibit} marks={marks} stamp={stamp} scan={scan} duplicateOf={duplicateOf} near={near} />
      {words ? <p className="quote">“{words}”</p> : null}
      <p>{description}</p>
      <Facts
        items={[
          { name: t("Captured"), value: <Captured exhibit={exhibit} zones={zones} /> },
          { name: t("Account"), value: <Account exhibit={exhibit} /> },
          {
            name: t("Incidents"),
            value:
              incidents.length > 0 ? (
                <PageLink href={`/cases/${caseId}/incidents`}>
                  {incidents.map((incident) => incident.code).join(", ")}
                </PageLink>
              ) : (
                unknown
              ),
          },
          { name: t("Hash"), value: <Hash value={sha256} short /> },
        ]}
      />
      {flags
        .filter((flag) => flag !== "needs_account_id")
        .map((flag) => (
          <p className="small" key={flag}>
            {flagAdvice[flag]}
          </p>
        ))}
      <div className="row">
        <LinkButton href={page}>{t("Open the exhibit")}</LinkButton>
        {flags.length > 0 ? <LinkButton href={`${page}#details`}>{t("Put it right")}</LinkButton> : null}
        <LinkButton icon="history" href={`${page}#custody`}>
          {t("Custody")}
        </LinkButton>
      </div>
    </Panel>
  );
}

function Captured({ exhibit: { capturedAt, capturedBy, device }, zones }: Pick<Props, "exhibit" | "zones">) {
  const by = [capturedBy, device].filter(Boolean).join(", ");
  return (
    <>
      {capturedAt ? <CaseTime at={capturedAt} zones={[zones.home, zones.there]} /> : unknown}
      {by ? <div className="small muted">{by}</div> : null}
    </>
  );
}

function Account({ exhibit: { account, flags } }: Pick<Props, "exhibit">) {
  return (
    <>
      {account ? account.handle : unknown}
      {account?.platformId ? <div className="ref">{account.platformId}</div> : null}
      {flags.includes("needs_account_id") ? (
        <div className="small exhibit__lack">{flagAdvice.needs_account_id}</div>
      ) : null}
    </>
  );
}
