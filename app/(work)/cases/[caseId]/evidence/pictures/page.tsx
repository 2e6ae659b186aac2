import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { ClearanceForm } from "@/app/(work)/cases/[caseId]/evidence/pictures/_components/clearance-form";
import { ClearedList } from "@/app/(work)/cases/[caseId]/evidence/pictures/_components/cleared-list";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { readStopState } from "@/lib/casework/minors-stop/queries";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { listPictures } from "@/lib/evidence/clearances/queries";
import { describePictures, picturesAtOnce } from "@/lib/evidence/clearances/rules";
import type { PictureView } from "@/lib/evidence/clearances/types";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { replacedPictures } from "@/lib/packets/packets/labels";
import { listPacketPictures } from "@/lib/packets/packets/queries";
import { t } from "@/lib/platform/language/translate";
import { readId, readPage, sliceOf, withQuery } from "@/lib/platform/paging";
import { plural } from "@/lib/platform/text/format";

export const metadata: Metadata = { title: t("Look at the pictures that leave") };

type Props = PageProps<"/cases/[caseId]/evidence/pictures">;

/** Those of one packet, of one exhibit, or of the whole case, as the address says. */
export default async function PicturesPage({ params, searchParams }: Props) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const asked = await searchParams;
  const packet = readId(asked.packet);
  const exhibit = readId(asked.exhibit);
  const { found, pictures, stopped } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        pictures: packet ? listPacketPictures(scoped, caseId, packet) : listPictures(scoped, caseId, exhibit),
        stopped: readStopState(scoped, caseId).then(({ stopped }) => stopped),
      }),
    ),
  );
  const left = pictures.filter(({ clearance: look, stands }) => look === null && stands);
  const looked = pictures.filter(({ clearance: look }) => look !== null);
  const replaced = pictures.filter(({ stands }) => !stands);
  const slice = sliceOf(readPage(asked.page), looked.length);
  const own = `/cases/${caseId}/evidence/pictures`;
  const refusal = stopped
    ? t("No picture of this case is shown, and none of it leaves.")
    : found.closedAt
      ? t("This case is closed. Reopen it first.")
      : null;
  return (
    <>
      <PageHead title={t("Look at the pictures that leave")} level={2}>
        {t(
          "A packet is approved only after a person looked at each picture in it: no name, nickname or chat name, no face, street, house or number plate may say who or where the client is. Your decision is recorded with your name.",
        )}{" "}
        <Back caseId={caseId} packet={packet} exhibit={exhibit} />
      </PageHead>
      <div className="stack stack--l">
        {refusal ? <Notice kind="warning" title={refusal} /> : null}
        {replaced.length > 0 ? (
          <Notice kind="warning" title={t("Masked since")}>
            {replacedPictures(describePictures(replaced))}
          </Notice>
        ) : null}
        {refusal ? null : <Left caseId={caseId} left={left} all={pictures} />}
        <ClearedList
          list={{
            rows: looked.slice(slice.offset, slice.offset + slice.limit),
            page: slice.page,
            total: looked.length,
          }}
          zone={playbookOf(found).home.zone}
          at={(page) => withQuery(own, { packet, exhibit, page }) as Route}
        />
      </div>
    </>
  );
}

function Left({ caseId, left, all }: { caseId: string; left: PictureView[]; all: PictureView[] }) {
  if (left.length === 0) {
    return (
      <Panel label={t("Left to look at")}>
        <EmptyState
          icon="circle-check"
          title={all.length === 0 ? t("No picture leaves") : t("Nothing is left to look at")}
        >
          {all.length === 0
            ? t(
                "Pictures appear here once an exhibit with one has been processed. Text alone is checked automatically.",
              )
            : t("A picture appears here again after it is masked, because the copy is a different picture.")}
        </EmptyState>
      </Panel>
    );
  }
  const shown = left.slice(0, picturesAtOnce);
  return (
    <Panel
      title={t("Left to look at")}
      id="left"
      end={
        <span className="muted">{t("{left} of {all}", { left: plural(left.length, "picture"), all: all.length })}</span>
      }
      foot={
        left.length > shown.length
          ? t("These are the first {shown}. The next appear when you save these.", { shown: shown.length })
          : null
      }
    >
      <ClearanceForm caseId={caseId} pictures={shown} />
    </Panel>
  );
}

function Back({ caseId, packet, exhibit }: { caseId: string; packet?: string; exhibit?: string }) {
  if (packet) return <PageLink href={`/packets/${packet}` as Route}>{t("Back to the packet")}</PageLink>;
  if (exhibit)
    return <PageLink href={`/cases/${caseId}/evidence/${exhibit}` as Route}>{t("Back to the exhibit")}</PageLink>;
  return <PageLink href={`/cases/${caseId}/evidence` as Route}>{t("All exhibits")}</PageLink>;
}
