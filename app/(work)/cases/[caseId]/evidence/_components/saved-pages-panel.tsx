import { CaseTime } from "@/app/_ui/case-time";
import { CopyButton } from "@/app/_ui/copy-button";
import { Disclosure } from "@/app/_ui/disclosure";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { noBrowserLabels, notDrawnLabels } from "@/lib/evidence/archives/labels";
import type { ArchiveView, PageView } from "@/lib/evidence/archives/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatInstant, plural } from "@/lib/platform/text/format";
import { askPictureAction } from "../[exhibitId]/archive/actions";
import type { Zones } from "./exhibit-tile";
import { HoldToReveal } from "./hold-to-reveal";

type Props = { exhibitId: string; label: string; archive: ArchiveView; zones: Zones };

/** So many are shown at once; the others are folded away. */
const first = 10;

/** The pages of a saved page or an archive: address, time and picture. Their words stand in the panel above. */
export function SavedPagesPanel({ exhibitId, label, archive, zones }: Props) {
  const { pages, facts, inside, noBrowser } = archive;
  if (pages.length === 0) return null;
  const entry = (page: PageView) => (
    <Entry
      key={page.number}
      page={page}
      exhibitId={exhibitId}
      label={label}
      zones={zones}
      canDraw={noBrowser === null}
    />
  );
  const rest = pages.slice(first);
  return (
    <Panel
      id="pages"
      title={facts ? plural(pages.length, "page in the archive", "pages in the archive") : t("Picture of the page")}
      padded={false}
      foot={t(
        "Drawn only from what the file holds, without scripts and without a network. What the page loaded from elsewhere is missing in the picture.",
      )}
    >
      {noBrowser ? (
        <div className="panel__body">
          <Notice kind="info" title={t("No picture")}>
            {noBrowserLabels[noBrowser]}
          </Notice>
        </div>
      ) : null}
      <ul className="copies">{pages.slice(0, first).map(entry)}</ul>
      {noBrowser && inside.length > 0 ? (
        <div className="panel__body stack">
          <h3>{t("Pictures in the file")}</h3>
          {inside.map((picture, at) => (
            <HoldToReveal
              key={picture.id}
              exhibitId={exhibitId}
              label={t("{label}, picture {number} in the file", { label, number: at + 1 })}
              copyId={picture.id}
            />
          ))}
        </div>
      ) : null}
      {rest.length > 0 ? (
        <div className="panel__body">
          <Disclosure label={plural(rest.length, "more page")}>
            <ul className="copies">{rest.map(entry)}</ul>
          </Disclosure>
        </div>
      ) : null}
      {facts && facts.morePages > 0 ? (
        <p className="panel__body small muted">
          {t("{n} more pages are in the archive and not shown here.", { n: facts.morePages })}
        </p>
      ) : null}
    </Panel>
  );
}

type EntryProps = { page: PageView; exhibitId: string; label: string; zones: Zones; canDraw: boolean };

function Entry({ page, exhibitId, label, zones, canDraw }: EntryProps) {
  const { number, address, at, title, picture, notDrawn } = page;
  const named = t("{label}, page {number}", { label, number });
  return (
    <li className="copy">
      {address ? (
        <>
          <p className="strong">{title ? <bdi>{title}</bdi> : t("Page {number}", { number })}</p>
          <p>
            <ForeignAddress address={address} what={t("address")} />
          </p>
          {at ? (
            <p className="small">
              {t("As the archive says:")} <CaseTime at={new Date(at)} zones={[zones.home, zones.there]} />
            </p>
          ) : null}
        </>
      ) : null}
      {picture ? (
        <>
          <HoldToReveal exhibitId={exhibitId} label={named} copyId={picture.id} />
          <p className="small muted">
            {t("Drawn {at} by {tool}", { at: formatInstant(picture.madeAt, zones.home), tool: picture.tool })},{" "}
            {formatBytes(picture.size)}
          </p>
          <p>
            <Hash value={picture.sha256} /> <CopyButton text={picture.sha256} what={t("SHA-256 of the picture")} />
          </p>
        </>
      ) : (
        <>
          {notDrawn ? <p className="small">{notDrawnLabels[notDrawn]}</p> : null}
          {canDraw ? (
            <ActionForm
              action={askPictureAction}
              label={t("Draw {named}", { named })}
              prefix={`page-${number}`}
              guard={false}
            >
              <input type="hidden" name="exhibitId" value={exhibitId} />
              <input type="hidden" name="page" value={number} />
              <div className="row">
                <SubmitButton variant="secondary" icon="image" pendingText={t("Asking")}>
                  {t("Draw a picture")}
                </SubmitButton>
              </div>
            </ActionForm>
          ) : null}
        </>
      )}
    </li>
  );
}
