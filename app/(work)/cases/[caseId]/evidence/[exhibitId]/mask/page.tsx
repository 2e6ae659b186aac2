import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { readStopState } from "@/lib/casework/minors-stop/queries";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { listCopies } from "@/lib/evidence/copies/queries";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { hasPicture } from "@/lib/evidence/exhibits/rules";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { pagesOf } from "@/lib/evidence/exposure/rules";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { t } from "@/lib/platform/language/translate";
import { MaskEditor } from "./_components/mask-editor";
import { MaskedList } from "./_components/masked-list";

export const metadata: Metadata = { title: t("Mask part of an exhibit") };

type Props = PageProps<"/cases/[caseId]/evidence/[exhibitId]/mask">;

export default async function MaskPage({ params, searchParams }: Props) {
  const ctx = await requireCtx("case.read");
  const { caseId, exhibitId } = await params;
  const { found, exhibit, copies, stopped } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        found: findCase(scoped, caseId),
        exhibit: readExhibit(scoped, caseId, exhibitId).then(({ exhibit }) => exhibit),
        copies: listCopies(scoped, exhibitId),
        stopped: readStopState(scoped, caseId).then(({ stopped }) => stopped),
      }),
    ),
  );
  const page = pageFrom((await searchParams).page, exhibit);
  const refusal = refusalOf({ stopped, closed: found.closedAt !== null, exhibit });
  const { home } = playbookOf(found);
  return (
    <>
      <PageHead title={t("Mask part of {label}", { label: exhibit.label })} level={2}>
        {rich(
          "The original is not changed. A copy is made with your boxes burned in; nothing under them remains. <link>Back to the exhibit</link>",
          { link: (words) => <PageLink href={`/cases/${caseId}/evidence/${exhibitId}`}>{words}</PageLink> },
        )}
      </PageHead>
      {refusal ? (
        <Notice kind="warning" title={refusal} />
      ) : (
        <div className="cols cols--wide">
          <Panel
            title={
              pagesOf(exhibit.look) > 1
                ? t("Page {page} of {look}", { page, look: pagesOf(exhibit.look) })
                : t("Draw boxes")
            }
            id="draw"
            end={<Leaves exhibit={exhibit} page={page} />}
          >
            <MaskEditor key={page} exhibitId={exhibitId} label={exhibit.label} page={page} />
          </Panel>
          <MaskedList
            exhibitId={exhibitId}
            label={exhibit.label}
            zone={home.zone}
            copies={copies.masked.filter((copy) => copy.page === page).toReversed()}
          />
        </div>
      )}
    </>
  );
}

function Leaves({ exhibit, page }: { exhibit: ExhibitView; page: number }) {
  const pages = pagesOf(exhibit.look);
  if (pages === 1) return null;
  const to = (number: number) => `/cases/${exhibit.caseId}/evidence/${exhibit.id}/mask?page=${number}` as Route;
  return (
    <nav className="row" aria-label={t("Pages of this file")}>
      {page > 1 ? (
        <LinkButton small href={to(page - 1)} icon="arrow-left">
          {t("Page {value}", { value: page - 1 })}
        </LinkButton>
      ) : null}
      {page < pages ? (
        <LinkButton small href={to(page + 1)} icon="arrow-right">
          {t("Page {value}", { value: page + 1 })}
        </LinkButton>
      ) : null}
    </nav>
  );
}

function pageFrom(asked: string | string[] | undefined, { look }: ExhibitView): number {
  const page = Number(asked ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= pagesOf(look) ? page : 1;
}

type Facts = { stopped: boolean; closed: boolean; exhibit: ExhibitView };

/** Why nothing can be masked here; null when it can. */
function refusalOf({ stopped, closed, exhibit }: Facts): string | null {
  if (stopped) return t("No picture of this case is shown, so nothing can be masked.");
  if (closed) return t("This case is closed. Reopen it first.");
  return hasPicture(exhibit.look) ? null : t("There is no picture of this file, so nothing can be masked.");
}
