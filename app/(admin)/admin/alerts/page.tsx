import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { may } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { listWaiting } from "@/lib/organisation/members/list-waiting";
import { alertWords, ruleWords } from "@/lib/oversight/alerts/labels";
import { listAlerts } from "@/lib/oversight/alerts/queries";
import type { AlertKey } from "@/lib/oversight/alerts/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { OpenAlerts, SeenAlerts } from "./_components/alert-list";
import { WaitingList } from "./_components/waiting-list";

export const metadata: Metadata = { title: t("Alerts") };

export default async function AlertsPage() {
  const ctx = await requireCtx("audit.read");
  const alerts = await listAlerts(ctx);
  const waiting = await listWaiting(ctx);
  const open = alerts.filter(({ acknowledged }) => !acknowledged);
  const seen = alerts.filter(({ acknowledged }) => acknowledged);
  return (
    <Page>
      <PageHead
        guide="watch-the-log"
        title={t("Alerts")}
        actions={
          <LinkButton variant="quiet" icon="history" href="/admin/audit">
            {t("Log")}
          </LinkButton>
        }
      >
        {t("What in the log should be looked at by a person. Supervisors and administrators see it.")}
      </PageHead>
      <Panel id="open" title={open.length > 0 ? plural(open.length, "alert") : t("Open alerts")} padded={false}>
        <OpenAlerts alerts={open} zone={officeZone()} opensChecks={may(ctx.actor, "people.read")} />
      </Panel>
      {waiting.length > 0 ? (
        <Panel id="waiting" title={t("Waiting for a second person")} padded={false}>
          <WaitingList waiting={waiting} zone={officeZone()} confirm={await askedToConfirm(ctx, "factor.allow")} />
        </Panel>
      ) : null}
      {seen.length > 0 ? (
        <Panel id="seen" title={t("Looked at")} padded={false}>
          <SeenAlerts alerts={seen} zone={officeZone()} />
        </Panel>
      ) : null}
      <Panel id="rules" title={t("What raises an alert")}>
        <dl className="facts">
          {(Object.keys(ruleWords) as AlertKey[]).map((key) => (
            <div className="facts__pair" key={key}>
              <dt>{alertWords[key].title}</dt>
              <dd>{ruleWords[key]}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </Page>
  );
}
