import type { Route } from "next";
import { CopyButton } from "@/app/_ui/copy-button";
import { Hash } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Facts } from "@/app/_ui/panel";
import { fileKindLabels, methodLabels, obtainedLabels } from "@/lib/evidence/labels";
import type { ExhibitView } from "@/lib/evidence/types";
import { formatBothZones, formatBytes, formatInstant } from "@/lib/platform/format";
import type { Zones } from "./exhibit-tile";

const unknown = <span className="muted">Not recorded</span>;

/** The facts of an exhibit as a certificate would state them. */
export function ExhibitFacts({ exhibit, zones }: { exhibit: ExhibitView; zones: Zones }) {
  const { caseId, account, sourceUrl, incidents, receivedAt, receivedBy, originalName, sha256, size } = exhibit;
  return (
    <Facts
      items={[
        { name: "Captured", value: <Captured exhibit={exhibit} zones={zones} /> },
        { name: "Captured by", value: [exhibit.capturedBy, exhibit.device].filter(Boolean).join(", ") || unknown },
        { name: "How", value: `${methodLabels[exhibit.method]}. ${obtainedLabels[exhibit.howObtained]}` },
        { name: "Account", value: account ? <Account account={account} /> : unknown },
        { name: "Web address", value: sourceUrl ? <span className="breakable">{sourceUrl}</span> : unknown },
        {
          name: "Incidents",
          value:
            incidents.length > 0 ? (
              <PageLink href={`/cases/${caseId}/incidents` as Route}>
                {incidents.map((one) => one.code).join(", ")}
              </PageLink>
            ) : (
              unknown
            ),
        },
        { name: "File", value: <span className="breakable">{fileWords(exhibit, originalName, size)}</span> },
        { name: "Received", value: `${formatInstant(receivedAt, zones.home)}, by ${receivedBy}` },
        {
          name: "SHA-256",
          value: (
            <>
              <Hash value={sha256} /> <CopyButton text={sha256} what="SHA-256" />
            </>
          ),
        },
      ]}
    />
  );
}

function Captured({ exhibit: { capturedAt, capturedZone }, zones }: { exhibit: ExhibitView; zones: Zones }) {
  if (!capturedAt) return unknown;
  const elsewhere = capturedZone && capturedZone !== zones.home && capturedZone !== zones.there ? capturedZone : null;
  return (
    <>
      {formatBothZones(capturedAt, zones.home, zones.there)}
      {elsewhere ? <div className="small muted">{formatInstant(capturedAt, elsewhere)}, as stated</div> : null}
    </>
  );
}

function Account({ account }: { account: NonNullable<ExhibitView["account"]> }) {
  return (
    <>
      {account.code}, {account.handle}
      {account.platformId ? <div className="ref">{account.platformId}</div> : null}
    </>
  );
}

function fileWords({ look }: ExhibitView, name: string, size: number): string {
  const parts = look
    ? [
        fileKindLabels[look.kind],
        look.width && look.height && look.kind !== "pdf" ? `${look.width} × ${look.height}` : null,
        look.kind === "pdf" && look.pages ? `${look.pages} pages` : null,
      ]
    : [];
  return [name, ...parts, formatBytes(size)].filter(Boolean).join(", ");
}
