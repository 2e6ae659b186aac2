import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { readSheet } from "@/lib/documents/papers/read-sheet";
import { readCaseChecks } from "@/lib/escalation/checks/queries";
import { requestOf } from "@/lib/escalation/checks/rules";
import { readLadder } from "@/lib/escalation/ladder/queries";
import type { LadderView } from "@/lib/escalation/ladder/types";
import { kindLabels } from "@/lib/escalation/takedowns/labels";
import { readTakedown } from "@/lib/escalation/takedowns/queries";
import type { TakedownPage } from "@/lib/escalation/takedowns/types";
import { reading } from "@/lib/kernel/access/query";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";
import { clocksByItem } from "../_components/clocks-by-item";
import { LookFields } from "../_components/look-fields";
import { dropTakedownAction, recordLooksAction } from "../actions";
import { AnswerForm } from "./_components/answer-form";
import { CheckNow } from "./_components/check-now";
import { ItemFacts } from "./_components/item-facts";
import { ItemHistory } from "./_components/item-history";
import { NumberForm } from "./_components/number-form";
import { ReportForm } from "./_components/report-form";
import { SheetPanel } from "./_components/sheet-panel";

export const metadata: Metadata = { title: t("Take-down") };

const texts = {
  report: { kind: "platform_report", label: t("Report") },
  appeal: { kind: "platform_appeal", label: t("Appeal") },
  notice: { kind: "take_it_down_notice", label: t("TAKE IT DOWN notice") },
} as const;
type TextKey = keyof typeof texts;

/** One item: the text for its platform, the forms that record what happened, and its history. */
export default async function TakedownItemPage({
  params,
  searchParams,
}: PageProps<"/cases/[caseId]/takedowns/[takedownId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId, takedownId } = await params;
  const { text: asked } = await searchParams;
  const { page, ladder, exhibits, text, offered, sheet, checks } = await orNotFound(
    reading(ctx, async (scoped) => {
      const page = await readTakedown(scoped, caseId, takedownId);
      const ladder = await readLadder(scoped, caseId);
      const exhibits = await pickExhibits(scoped, caseId);
      const offered = offeredTexts(page, ladder);
      const text = offered.find((key) => key === asked) ?? offered[0] ?? "report";
      const { platform, accountId, where, isAddress } = page.item;
      const address = isAddress ? where : null;
      const sheet = await readSheet(scoped, caseId, { platform, accountId, address, kind: texts[text].kind });
      const checks = await readCaseChecks(scoped, caseId);
      return { page, ladder, exhibits, text, offered, sheet, checks };
    }),
  );
  const { item, loose, today, closed } = page;
  const { state } = item.standing;
  const path = `/cases/${caseId}/takedowns`;
  const isOver = state === "removed" || closed;
  const isChecked = checks.on && !checks.off && "url" in requestOf(item.isAddress ? item.where : null, checks.hosts);
  const isFirst = state === "to_report";
  const form = <ReportForm caseId={caseId} page={page} exhibits={exhibits} notice={noticeOf(text, offered)} />;
  return (
    <>
      <Breadcrumb items={[{ label: t("Take-downs"), href: path as Route }]} />
      <PageHead title={t("{code}: {what}", { code: item.code, what: kindLabels[item.kind] })} level={2}>
        {item.platformName}
      </PageHead>
      <div className="cols cols--wide">
        <div className="stack stack--l">
          <ItemFacts caseId={caseId} item={item} clock={clocksByItem(ladder.clocks).get(item.id)} today={today} />
          {isOver ? null : (
            <>
              <SheetPanel
                caseId={caseId}
                page={page}
                sheet={sheet}
                tabs={offered.map((key) => ({
                  href: `${withQuery(`${path}/${takedownId}`, { text: key })}#text` as Route,
                  label: texts[key].label,
                  current: key === text,
                }))}
              />
              {isFirst ? (
                <Panel id="report" title={t("Reported? Record it")}>
                  {form}
                </Panel>
              ) : null}
            </>
          )}
        </div>
        <div className="stack stack--l">
          {isOver || isFirst ? null : (
            <>
              {item.reportIds.length === 0 ? (
                <Panel id="number" title={t("Report ID")}>
                  <NumberForm caseId={caseId} takedownId={takedownId} loose={loose} />
                </Panel>
              ) : null}
              <Panel id="answer" title={t("Answer of the platform, or appeal")}>
                <AnswerForm
                  key={state}
                  caseId={caseId}
                  takedownId={takedownId}
                  state={state}
                  exhibits={exhibits}
                  today={today}
                  appealWithin={page.appealWithin}
                />
              </Panel>
              <Disclosure icon="send" label={t("Report it again")} id="again">
                <div className="panel panel__body">{form}</div>
              </Disclosure>
            </>
          )}
          {closed ? null : (
            <Panel id="look" title={t("Still up or gone?")}>
              {isChecked ? <CheckNow takedownId={item.id} /> : null}
              <ActionForm action={recordLooksAction} label={t("Record a look")} guard={false}>
                <input type="hidden" name="caseId" value={caseId} />
                <input type="hidden" name="takedownIds" value={item.id} />
                <LookFields today={today} exhibits={exhibits} />
              </ActionForm>
            </Panel>
          )}
          <ItemHistory caseId={caseId} page={page} />
          {item.canUndo || closed ? null : (
            <ActionForm action={dropTakedownAction} label={t("Take it off the list")} guard={false}>
              <input type="hidden" name="takedownId" value={item.id} />
              <div>
                <SubmitButton icon="trash-2" variant="quiet" small pendingText={t("Saving")}>
                  {t("Added by mistake: take it off the list")}
                </SubmitButton>
              </div>
            </ActionForm>
          )}
        </div>
      </div>
    </>
  );
}

function noticeOf(text: TextKey, offered: readonly TextKey[]): "none" | "offered" | "chosen" {
  if (text === "notice") return "chosen";
  return offered.includes("notice") ? "offered" : "none";
}

/** The texts that fit the state, the likeliest first. The notice is offered where its step is open on the case. */
function offeredTexts({ item, noticeStep }: TakedownPage, ladder: LadderView): TextKey[] {
  const steps = ladder.levels.flatMap(({ rows }) => rows.flatMap(({ home, there }) => [home, there]));
  const notice = steps.find((step) => step?.key === noticeStep);
  const withNotice: TextKey[] = notice && notice.status !== "skipped" ? ["notice"] : [];
  const { state } = item.standing;
  const refused = state === "refused" || state === "closed" || state === "appealed";
  return refused ? ["appeal", "report", ...withNotice] : ["report", ...withNotice];
}
