import type { Route } from "next";
import { CaseTime } from "@/app/_ui/case-time";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import { Notice } from "@/app/_ui/notice";
import { Hash } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { partLabels } from "@/lib/evidence/captures/labels";
import type { CaptureView, PartView } from "@/lib/evidence/captures/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatInstant, plural } from "@/lib/platform/text/format";
import type { Zones } from "./exhibit-tile";

type Props = { capture: CaptureView; caseId: string; zones: Zones };

const said = (value: string | null) => (value ? <bdi className="breakable">{value}</bdi> : null);

/** What the browser saw, and apart from it what the page says of itself. */
export function CapturedPagePanel({ capture, caseId, zones }: Props) {
  const { says } = capture;
  const claims = [
    { name: t("Title"), value: said(says.title) },
    {
      name: t("Lasting address"),
      value: says.canonical ? <ForeignAddress address={says.canonical} what={t("address")} /> : null,
    },
    { name: t("Account id"), value: said(says.accountId) },
    { name: t("Handle"), value: said(says.handle) },
    { name: t("Post or message id"), value: said(says.postId) },
  ];
  const missing = claims.filter(({ value }) => !value).map(({ name }) => name.toLowerCase());
  return (
    <Panel
      id="capture"
      title={t("Captured page")}
      padded={false}
      foot={t("Hashed in the browser before it was sent, and again here when it arrived.")}
    >
      <div className="panel__body stack">
        <Facts
          items={[
            {
              name: t("Address in the browser"),
              value: <ForeignAddress address={capture.address} what={t("address")} />,
            },
            { name: t("Captured"), value: <Captured capture={capture} zones={zones} /> },
            { name: t("Captured by"), value: capture.by },
            {
              name: t("With"),
              value: `${capture.browser}, ${capture.device}. ${t("Extension {version}", { version: capture.extensionVersion })}`,
            },
            ...capture.parts.map((part) => ({
              name: partLabels[part.part],
              value: <Part part={part} caseId={caseId} />,
            })),
          ]}
        />
        <h3>{t("What the page says of itself")}</h3>
        {capture.otherHost ? (
          <Notice kind="warning" title={t("It names an address of another site as its own")}>
            {t("Use the address in the browser. What the page says can be a mistake or a lie.")}
          </Notice>
        ) : null}
        <Facts
          items={[
            ...claims.filter(({ value }) => value),
            ...(missing.length > 0
              ? [{ name: t("Not in the page"), value: <span className="muted">{missing.join(", ")}</span> }]
              : []),
          ]}
        />
      </div>
    </Panel>
  );
}

function Captured({ capture, zones }: { capture: CaptureView; zones: Zones }) {
  const { capturedAt, zone, clockOffset } = capture;
  const off = Math.abs(clockOffset);
  return (
    <>
      <CaseTime at={capturedAt} zones={[zones.home, zones.there]} />
      {zone === zones.home || zone === zones.there ? null : (
        <div className="small muted">
          {t("{capturedAt}, on the device", { capturedAt: formatInstant(capturedAt, zone) })}
        </div>
      )}
      {off === 0 ? null : (
        <div className="small muted">
          {clockOffset > 0
            ? t("The clock of the device was {seconds} ahead.", { seconds: plural(off, "second") })
            : t("The clock of the device was {seconds} behind.", { seconds: plural(off, "second") })}
        </div>
      )}
    </>
  );
}

function Part({ part, caseId }: { part: PartView; caseId: string }) {
  const { exhibit, sha256, size, cut } = part;
  return (
    <>
      {exhibit ? (
        <PageLink href={`/cases/${caseId}/evidence/${exhibit.id}` as Route}>{exhibit.label}</PageLink>
      ) : (
        t("Has not arrived")
      )}
      , {formatBytes(size)}
      {cut ? <div className="small">{t("Only the beginning: the page was larger than is kept.")}</div> : null}
      <div className="small">
        <Hash value={sha256} /> {exhibit?.same ? t("the same in the browser and here") : t("in the browser")}
      </div>
    </>
  );
}
