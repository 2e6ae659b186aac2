import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { lastSafetyReviews } from "@/lib/casework/safety/reviews/queries";
import { listDeviceChecks } from "@/lib/casework/safety/technology/queries";
import { countStates, waitsForProof } from "@/lib/casework/safety/technology/rules";
import { playbookOf, readCaseClocks } from "@/lib/escalation/ladder/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { technologyItems } from "@/lib/law/jurisdictions/common/technology-items";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import { CheckCard } from "../_components/check-card";
import { QuestionSources } from "../_components/question-sources";
import { ReviewPanel } from "../_components/review-panel";
import { SafetyHead } from "../_components/safety-head";

export const metadata: Metadata = { title: t("Devices and accounts") };

/** The list of devices and accounts that is gone through with a client, in the order in which it is safe. */
export default async function SafetyTechnologyPage({ params }: PageProps<"/cases/[caseId]/safety/technology">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { found, checks, reviews, clocks } = await orNotFound(
    reading(ctx, async (scoped) => {
      const row = await findCase(scoped, caseId);
      return readAll({
        found: row,
        checks: listDeviceChecks(scoped, caseId),
        reviews: lastSafetyReviews(scoped, caseId),
        clocks: readCaseClocks(scoped, [row]).then((read) => read.get(row.id) ?? []),
      });
    }),
  );
  const today = civilDate(ctx.now, playbookOf(found).home.zone);
  const closed = found.closedAt !== null;
  const counts = countStates(checks);
  return (
    <>
      <SafetyHead caseId={caseId} current="technology" />
      <Notice kind="warning" title={t("Keep the proof before you change anything")}>
        {t(
          "Go down the list in this order, on a device that the person cannot see. A change may tell the person that the client gets help, and may destroy proof.",
        )}
      </Notice>
      <div className="cols cols--wide">
        <Panel
          id="list"
          title={t("Devices and accounts")}
          padded={false}
          end={
            <span className="muted">
              {t("{to_do} to do, {not_asked} not asked", { to_do: counts.to_do, not_asked: counts.not_asked })}
            </span>
          }
        >
          {checks.map((checked, at) => (
            <CheckCard
              key={`${checked.item.key} ${checked.state} ${checked.note}`}
              caseId={caseId}
              number={at + 1}
              checked={checked}
              proofFirst={waitsForProof(checked.item, checks)}
              today={today}
              closed={closed}
            />
          ))}
        </Panel>
        <div className="stack stack--l">
          <ReviewPanel
            caseId={caseId}
            about="technology"
            last={reviews.technology}
            clock={clocks.find(({ path }) => path === "/safety/technology")}
            today={today}
            closed={closed}
            empty={checks.every(({ checkedOn }) => checkedOn === null)}
          />
          <Panel id="about" title={t("About this list")}>
            <p>{t("The topics come from published guides. The wording and the order are our own.")}</p>
            <QuestionSources items={technologyItems} />
          </Panel>
        </div>
      </div>
    </>
  );
}
