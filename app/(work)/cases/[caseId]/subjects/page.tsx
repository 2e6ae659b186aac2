import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { choicesOf } from "@/app/_ui/choices-of";
import { RecordVersions } from "@/app/_ui/clash";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { identifierLabels } from "@/lib/casework/subjects/identifiers/labels";
import { listIdentifiersOf } from "@/lib/casework/subjects/identifiers/queries";
import { listMatches } from "@/lib/casework/subjects/matches/queries";
import { listSubjectPage } from "@/lib/casework/subjects/queries";
import { readLinks } from "@/lib/casework/subjects/read-links";
import { entriesOnBoard, entriesOnPage, subjectsOnPage } from "@/lib/casework/subjects/rules";
import { readForecasts } from "@/lib/escalation/deadlines/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { may } from "@/lib/kernel/access/roles";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { notVisible } from "@/lib/organisation/roles/labels";
import { t } from "@/lib/platform/language/translate";
import { lastPage } from "@/lib/platform/paging";
import { plural } from "@/lib/platform/text/format";
import { confidenceChoices, platformChoices, zoneChoices } from "../../choices";
import type { Board } from "./_components/board";
import { AddSubjectForm } from "./_components/subject-forms";
import { SubjectPanel } from "./_components/subject-panel";
import { boardAddress, readBoard } from "./board-address";
import { LinksPanel } from "./links-panel";

export const metadata: Metadata = { title: t("Subjects") };

export default async function SubjectsPage({ params, searchParams }: PageProps<"/cases/[caseId]/subjects">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const asked = readBoard(await searchParams);
  const { found, links, list, exhibits, versions, identifiers, ...read } = await orNotFound(
    reading(ctx, async (scoped) => {
      const row = await findCase(scoped, caseId);
      const page = await listSubjectPage(scoped, caseId, asked);
      const ids = page.rows.map((row) => row.id);
      const some = asked.subject
        ? { offset: (asked.page - 1) * entriesOnPage, limit: entriesOnPage }
        : { limit: entriesOnBoard };
      return readAll({
        found: row,
        links: readLinks(scoped, caseId),
        list: page,
        identifiers: listIdentifiersOf(scoped, caseId, ids, some),
        matches: listMatches(scoped, caseId),
        forecasts: readForecasts(scoped, caseId),
        exhibits: pickExhibits(scoped, caseId),
        versions: asked.of ? readRecordVersions(scoped, [asked.of]) : {},
      });
    }),
  );
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const choices = {
    platforms: platformChoices(),
    confidences: confidenceChoices(),
    zones: zoneChoices(playbook ? [playbook] : [], ctx.now),
    identifierKinds: choicesOf(identifierLabels),
  };
  const state = { page: list.page, subject: asked.subject };
  const openForm = asked.form && asked.of ? { form: asked.form, of: asked.of } : null;
  const board: Board = { ...read, ...identifiers, caseId, state, openForm, exhibits, choices };
  const [alone] = asked.subject ? list.rows : [];
  const entries = alone ? Math.max(alone.accountCount, board.counts.get(alone.id) ?? 0) : 0;
  return (
    <RecordVersions versions={versions} zone={playbook?.home.zone ?? "UTC"}>
      <PageHead
        guide="describe-what-happened"
        title={t("Subjects")}
        level={2}
        actions={
          alone ? (
            <LinkButton icon="arrow-left" href={boardAddress(caseId, { page: 1 })}>
              {t("All subjects")}
            </LinkButton>
          ) : null
        }
      >
        {t("Who is alleged to do it, by the ids that platforms do not change. Everything here is alleged")}
      </PageHead>
      {may(ctx.actor, "field.identity") ? null : (
        <p className="muted">
          {t("Names, numbers and addresses of the subject, and alike pictures: {kept}.", {
            kept: notVisible.toLowerCase(),
          })}
        </p>
      )}
      {list.nameless.count > 0 ? <NamelessNotice {...list.nameless} /> : null}
      {list.total === 0 ? (
        <Panel label={t("Subjects")} padded={false}>
          <EmptyState icon="fingerprint" title={t("No subject yet")}>
            {t(
              "Add the person alleged to be doing it, even without a name. You can then link accounts, phones and e-mails.",
            )}
          </EmptyState>
        </Panel>
      ) : null}
      {openForm || alone ? null : <LinksPanel subjects={links} />}
      {list.rows.map((subject) => (
        <SubjectPanel key={subject.id} board={board} subject={subject} />
      ))}
      {alone ? (
        <NumberedPager
          list={{ page: Math.min(list.page, lastPage(entries, entriesOnPage)), total: entries }}
          of="entries"
          size={entriesOnPage}
          at={(page) => boardAddress(caseId, { ...state, page })}
        />
      ) : (
        <NumberedPager
          list={list}
          of="subjects"
          size={subjectsOnPage}
          at={(page) => boardAddress(caseId, { ...state, page })}
        />
      )}
      {openForm || alone ? null : <AddSubjectForm caseId={caseId} zones={choices.zones} />}
    </RecordVersions>
  );
}

function NamelessNotice({ count, first }: { count: number; first: readonly string[] }) {
  const more = count > first.length ? t(" and {value} more", { value: count - first.length }) : "";
  return (
    <Notice kind="warning" title={t("{count} without a permanent ID", { count: plural(count, "account") })}>
      {t(
        "{value}{more}. A handle can change hands overnight. A wrong or missing id is the first reason why providers refuse.",
        { value: first.join(", "), more },
      )}
    </Notice>
  );
}
