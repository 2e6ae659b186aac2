import type { Route } from "next";
import { DownloadButton } from "@/app/_ui/button";
import { CopyButton } from "@/app/_ui/copy-button";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import type { CopiesView, CopyView } from "@/lib/evidence/copies/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatInstant, plural } from "@/lib/platform/text/format";
import type { Zones } from "./exhibit-tile";

type Props = { caseId: string; exhibitId: string; copies: CopiesView; zones: Zones; maskable: boolean };

/** Everything that was made from the original. Each has its own hash; none replaces the original. */
export function CopiesPanel({ caseId, exhibitId, copies, zones, maskable }: Props) {
  const { masked, stripped, pages } = copies;
  const rows = [...masked, ...(stripped ? [stripped] : [])];
  if (!maskable && rows.length === 0 && pages.length === 0) return null;
  const mask = `/cases/${caseId}/evidence/${exhibitId}/mask` as Route;
  return (
    <Panel
      title={t("Copies")}
      id="copies"
      padded={false}
      end={
        maskable ? (
          <UnlessFrozen what={t("Masking")}>
            <LinkButton small href={mask} icon="pencil">
              {t("Mask part of it")}
            </LinkButton>
          </UnlessFrozen>
        ) : null
      }
      foot={
        pages.length > 0
          ? t("{pages} made ready for packets, without metadata.", { pages: plural(pages.length, "page") })
          : undefined
      }
    >
      {rows.length === 0 ? (
        <EmptyState icon="layers" title={t("No copy yet")}>
          {t(
            "Mask a name or an address before a page is shown to somebody who must not see it. The original stays as it is.",
          )}
        </EmptyState>
      ) : (
        <ul className="copies">
          {rows.map((copy) => (
            <Copy key={copy.id} copy={copy} exhibitId={exhibitId} zones={zones} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Copy({ copy, exhibitId, zones }: { copy: CopyView; exhibitId: string; zones: Zones }) {
  const { kind, page, version, sha256, size, reason, boxes, madeAt, madeBy, format } = copy;
  const masked = kind === "redacted";
  const href = masked ? `masked?page=${page}&version=${version}` : "stripped";
  return (
    <li className="copy">
      <p className="row row--between">
        <span className="strong">
          {masked ? t("Masked copy {version} of page {page}", { version, page }) : t("Copy without metadata")}
          {masked ? <span className="muted">, {plural(boxes, "box", "boxes")}</span> : null}
        </span>
        <UnlessFrozen what={t("Download")}>
          <DownloadButton small href={`/api/evidence/${exhibitId}/${href}`}>
            {t("Download")}
            <span className="vh">
              {masked ? t(" masked copy {version} of page {page}", { version, page }) : t(" the copy without metadata")}
            </span>
          </DownloadButton>
        </UnlessFrozen>
      </p>
      {reason ? <p className="breakable">{reason}</p> : null}
      <p className="small muted">
        {formatInstant(madeAt, zones.home)}
        {madeBy ? t(", by {madeBy}", { madeBy }) : ""}, {format.toUpperCase()}, {formatBytes(size)}
      </p>
      <p>
        <Hash value={sha256} /> <CopyButton text={sha256} what={t("SHA-256 of the copy")} />
      </p>
    </li>
  );
}
