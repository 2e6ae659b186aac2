import type { Route } from "next";
import type { ReactNode } from "react";
import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { CopyButton } from "@/app/_ui/copy-button";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import { Hash } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Facts } from "@/app/_ui/panel";
import {
  fileKindOf,
  methodLabels,
  obtainedLabels,
  timeSourceLabels,
  visibilityLabels,
} from "@/lib/evidence/exhibits/labels";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones, formatBytes, formatInstant, plural } from "@/lib/platform/text/format";
import type { Zones } from "./exhibit-tile";

const text = (value: string | null): ReactNode => (value ? <span className="breakable">{value}</span> : null);
const address = (value: string | null): ReactNode =>
  value ? <ForeignAddress address={value} what={t("address")} /> : null;

type Fact = { name: string; value: ReactNode };

/** The facts of an exhibit as a certificate would state them: where it was, how it was captured, which file it is. */
export function ExhibitFacts({ exhibit, zones }: { exhibit: ExhibitView; zones: Zones }) {
  const all = factsOf(exhibit, zones);
  const missing = all.filter((fact) => !fact.value).map((fact) => fact.name.toLowerCase());
  return (
    <Facts
      items={[
        ...all.filter((fact) => fact.value),
        ...(missing.length > 0
          ? [{ name: t("Not recorded"), value: <span className="muted">{missing.join(", ")}</span> }]
          : []),
      ]}
    />
  );
}

function factsOf(exhibit: ExhibitView, zones: Zones): Fact[] {
  const { account, method, howObtained, visibility, sentSha256, sha256 } = exhibit;
  return [
    { name: t("Captured"), value: exhibit.capturedAt ? <Captured exhibit={exhibit} zones={zones} /> : null },
    { name: t("Clock"), value: clockWords(exhibit) },
    { name: t("Captured by"), value: [exhibit.capturedBy, exhibit.device].filter(Boolean).join(", ") },
    { name: t("How"), value: `${methodLabels[method]}. ${obtainedLabels[howObtained]}` },
    { name: t("Program"), value: text(exhibit.tool) },
    { name: t("Account"), value: account ? <Account account={account} /> : null },
    { name: t("Web address"), value: address(exhibit.sourceUrl) },
    { name: t("Lasting address"), value: address(exhibit.permalink) },
    { name: t("Post or message id"), value: text(exhibit.postId) },
    { name: t("Could be seen by"), value: visibility ? visibilityLabels[visibility] : null },
    { name: t("Language"), value: text(exhibit.language) },
    { name: t("Incidents"), value: exhibit.incidents.length > 0 ? <Incidents exhibit={exhibit} /> : null },
    { name: t("File"), value: <span className="breakable">{fileWords(exhibit)}</span> },
    { name: t("File last written"), value: written(exhibit, zones) },
    { name: t("Received"), value: <Received exhibit={exhibit} zones={zones} /> },
    { name: "SHA-256", value: <Digest sha256={sha256} sent={sentSha256} /> },
  ];
}

function Digest({ sha256, sent }: { sha256: string; sent: string | null }) {
  return (
    <>
      <Hash value={sha256} /> <CopyButton text={sha256} what="SHA-256" />
      <div className="row row--chips">
        {sent === sha256 ? (
          <Chip kind="done" icon="fingerprint">
            {t("As the sender computed it")}
          </Chip>
        ) : sent ? (
          <Chip kind="overdue">{t("The sender computed another hash")}</Chip>
        ) : (
          <Chip>{t("The sender computed no hash")}</Chip>
        )}
      </div>
    </>
  );
}

function Captured({ exhibit: { capturedAt, capturedZone }, zones }: { exhibit: ExhibitView; zones: Zones }) {
  if (!capturedAt) return null;
  const elsewhere = capturedZone && capturedZone !== zones.home && capturedZone !== zones.there ? capturedZone : null;
  return (
    <>
      <CaseTime at={capturedAt} zones={[zones.home, zones.there]} />
      {elsewhere ? (
        <div className="small muted">
          {t("{capturedAt}, as stated", { capturedAt: formatInstant(capturedAt, elsewhere) })}
        </div>
      ) : null}
    </>
  );
}

function Received({ exhibit: { receivedAt, receivedBy }, zones }: { exhibit: ExhibitView; zones: Zones }) {
  return (
    <>
      {t("{receivedAt}, by {receivedBy}", {
        receivedAt: formatBothZones(receivedAt, zones.home, zones.there),
        receivedBy,
      })}
    </>
  );
}

function Incidents({ exhibit: { caseId, incidents } }: { exhibit: ExhibitView }) {
  return (
    <PageLink href={`/cases/${caseId}/incidents` as Route}>
      {incidents.map((incident) => incident.code).join(", ")}
    </PageLink>
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

/** Which clock the time was read from, and how far that clock was off. */
function clockWords({ timeSource, clockOffset }: ExhibitView): string | null {
  const off =
    clockOffset === null
      ? null
      : clockOffset === 0
        ? t("exact when it was compared")
        : `${plural(Math.abs(clockOffset), "second")} ${clockOffset > 0 ? "ahead" : "behind"}`;
  return [timeSource ? timeSourceLabels[timeSource] : null, off].filter(Boolean).join(", ") || null;
}

function written({ fileModifiedAt }: ExhibitView, zones: Zones): ReactNode {
  if (!fileModifiedAt) return null;
  return (
    <>
      {formatBothZones(fileModifiedAt, zones.home, zones.there)}
      <div className="small muted">{t("As stated by the sender’s device; not proof")}</div>
    </>
  );
}

function fileWords({ look, originalName, size }: ExhibitView): string {
  const parts = look
    ? [
        fileKindOf(look),
        look.width && look.height && look.kind !== "pdf" ? `${look.width} × ${look.height}` : null,
        look.kind === "pdf" && look.pages ? plural(look.pages, "page") : null,
      ]
    : [];
  return [originalName, ...parts, formatBytes(size)].filter(Boolean).join(", ");
}
