import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { DownloadButton } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { openWords } from "@/app/(work)/typed-query";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readTimeline } from "@/lib/oversight/timeline/queries";
import type { TimelinePage } from "@/lib/oversight/timeline/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { FilterForm } from "./_components/filter-form";
import { PrintPageButton } from "./_components/print-page-button";
import { TimelineLines } from "./_components/timeline-lines";
import { exportAddress, readState, type TimelineState, timelineAddress } from "./address";

export const metadata: Metadata = { title: t("Timeline") };

/** Everything that happened in a case, in one place. */
export default async function TimelineOfCase({ params, searchParams }: PageProps<"/cases/[caseId]/timeline">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const state = readState(await searchParams);
  const { header, looks } = await orNotFound(readCaseTop(ctx, caseId));
  const { text, lost } = await openWords(ctx, state.mark);
  const filter = { ...state.filter, words: text ?? undefined };
  const page = await orNotFound(readTimeline(ctx, caseId, { filter, page: state.page, whole: state.whole }));
  const filtered = Object.values(filter).some(Boolean);
  const clear = timelineAddress(caseId, { filter: {}, page: 1, whole: false });
  const takes = !looks.some((look) => look.mine);
  return (
    <>
      <PageHead
        guide="note-a-call"
        title={t("Timeline")}
        level={2}
        actions={<Acts caseId={caseId} state={state} takes={takes} />}
      >
        {t("Everything that happened in this case, newest first, on both clocks")}
      </PageHead>
      <p className="printonly">
        {t("Printed by {name}, {day}. {pseudonym}, {code}. {lines}.", {
          name: ctx.actor.name,
          day: formatDate(civilDate(ctx.now, header.homeZone)),
          pseudonym: header.pseudonym,
          code: header.code,
          lines: linesWords(page),
        })}
      </p>
      {lost ? (
        <Notice
          kind="warning"
          title={t("The words that you searched for are no longer known. Type them again below.")}
        />
      ) : null}
      <div className="noprint">
        <Disclosure icon="list-filter" label={t("Filter and search")} open={filtered || lost}>
          <div className="panel panel__body">
            <FilterForm caseId={caseId} filter={filter} page={page} clear={clear} />
          </div>
        </Disclosure>
      </div>
      {header.closedAt ? null : <AddTo caseId={caseId} />}
      <Panel label={t("Timeline")} padded={page.total > 0}>
        {page.total > 0 ? (
          <>
            <p className="muted">{linesWords(page)}</p>
            <TimelineLines rows={page.rows} home={page.homeZone} there={page.thereZone} />
          </>
        ) : (
          <EmptyState icon="history" title={t("No line fits")}>
            {t("Nothing in this case is like what you chose. Take a part of it away, or show all.")}
          </EmptyState>
        )}
        {state.whole ? null : (
          <NumberedPager
            list={page}
            of={t("lines, newest first")}
            at={(at) => timelineAddress(caseId, { ...state, page: at })}
          />
        )}
      </Panel>
    </>
  );
}

const linesWords = ({ total, all }: TimelinePage): string =>
  total === all ? plural(all, "line") : t("{total} of {all} lines", { total, all });

function Acts({ caseId, state, takes }: { caseId: string; state: TimelineState; takes: boolean }) {
  return (
    <>
      {state.whole ? (
        <PrintPageButton />
      ) : (
        <LinkButton icon="printer" href={timelineAddress(caseId, { ...state, page: 1, whole: true })}>
          {t("All on one page, to print")}
        </LinkButton>
      )}
      {takes ? (
        <UnlessFrozen what={t("A file of the timeline")}>
          <DownloadButton href={exportAddress(caseId, "xlsx", state)}>{t("XLSX")}</DownloadButton>
          <DownloadButton href={exportAddress(caseId, "csv", state)}>{t("CSV")}</DownloadButton>
        </UnlessFrozen>
      ) : null}
    </>
  );
}

/** What may be added from here: a note and what has a page of its own. */
function AddTo({ caseId }: { caseId: string }) {
  const to = (path: string) => `/cases/${caseId}${path}` as Route;
  return (
    <p className="row noprint">
      <LinkButton variant="primary" icon="pencil" href={to("/notes/new")}>
        {t("Note or contact")}
      </LinkButton>
      <LinkButton icon="flag" href={to("/incidents#log")}>
        {t("Incident")}
      </LinkButton>
      <LinkButton icon="hash" href={to("/references")}>
        {t("Number")}
      </LinkButton>
      <LinkButton icon="upload" href={to("/evidence")}>
        {t("Evidence")}
      </LinkButton>
    </p>
  );
}
