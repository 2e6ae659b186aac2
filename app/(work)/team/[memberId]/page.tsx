import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listOpenOf } from "@/lib/casework/assignments/queries";
import { listFlagsOf } from "@/lib/casework/flags/queries";
import { listReviewsOf } from "@/lib/casework/reviews/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeZone } from "@/lib/law/office/rules";
import { awayWords } from "@/lib/organisation/absences/labels";
import { listAway } from "@/lib/organisation/absences/queries";
import { readPerson } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { FlagsPanel, ReviewsPanel } from "../../_components/desk-panels";
import { PickCases } from "../_components/pick-cases";

export const metadata: Metadata = { title: t("A person of the team") };

/** What one person carries: their open cases to pick from, and what on them waits for somebody. */
export default async function TeamMemberPage({ params }: PageProps<"/team/[memberId]">) {
  const ctx = await requireCtx("team.read");
  const { memberId } = await params;
  const { person, cases, flags, reviews, away } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        person: readPerson(scoped, memberId),
        cases: listOpenOf(scoped, memberId),
        flags: listFlagsOf(scoped, memberId),
        reviews: listReviewsOf(scoped, memberId),
        away: listAway(scoped).then((read) => read.find((absence) => absence.memberId === memberId)),
      }),
    ),
  );
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Team"), href: "/team" }]} />
      <PageHead
        title={person.name}
        actions={
          <>
            <LinkButton icon="calendar-days" href={`/leave?member=${memberId}` as Route}>
              {t("Time off and cover")}
            </LinkButton>
            <LinkButton icon="list-filter" href={`/cases?owner=${memberId}` as Route}>
              {t("Cases as a list")}
            </LinkButton>
          </>
        }
      >
        {plural(cases.length, "open case")}
      </PageHead>
      {away ? (
        <Notice kind="warning" title={t("{name} is {away}", { name: person.name, away: awayWords(away) })} />
      ) : null}
      <PickCases name={person.name} cases={cases} />
      <FlagsPanel flags={flags} empty={t("No flag is open on their cases.")} />
      <ReviewsPanel reviews={reviews} zone={officeZone()} empty={t("No review note is open on their cases.")} />
    </Page>
  );
}
