import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { mailInAddress } from "@/lib/escalation/incoming-mail/access";
import { listMails } from "@/lib/escalation/incoming-mail/queries";
import { may } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { mailItem } from "./mail-items";

export const metadata: Metadata = { title: t("Mail that came in") };

/** Mails of the cases on which somebody works; of supervisors, also those that name no case. */
export default async function MailPage() {
  const ctx = await requireCtx("case.read");
  const mails = await listMails(ctx);
  const zone = officeZone();
  const held = mails.filter(({ state, apart }) => state === "held" && !apart);
  const apart = mails.filter(({ state, apart }) => state === "held" && apart);
  const aside = mails.filter(({ state }) => state === "set_aside");
  const filed = mails.filter(({ state }) => state === "filed");
  const isOn = mailInAddress() !== null;
  return (
    <Page>
      <PageHead guide="file-a-mail" title={t("Mail that came in")}>
        {may(ctx.actor, "case.review")
          ? t("Replies of offices to the cases, and what names no case. Only supervisors see mails without a case.")
          : t("Replies of offices to the cases that you work on.")}
      </PageHead>
      <Panel id="held" title={t("To look at")} end={<Chip>{plural(held.length, "mail")}</Chip>} padded={false}>
        {held.length === 0 ? (
          <EmptyState icon="mail" title={isOn ? t("No mail waits") : t("No mailbox is set up")}>
            {isOn
              ? t("A mail about which nothing is unsure is filed by itself. Any other waits here, and in My work.")
              : t("Whoever runs the server sets one up: see “Mail that comes in” in docs/OPERATIONS.md.")}
          </EmptyState>
        ) : (
          <Items items={held.map((line) => mailItem(line, zone))} />
        )}
      </Panel>
      {apart.length > 0 ? (
        <Panel id="apart" title={t("Listed apart")} end={<Chip>{plural(apart.length, "mail")}</Chip>}>
          <p className="read muted">
            {t("Many came at once, or a machine wrote them. A reply of a person may be among them.")}
          </p>
          <Disclosure icon="inbox" label={t("Show them")}>
            <Items items={apart.map((line) => mailItem(line, zone))} />
          </Disclosure>
        </Panel>
      ) : null}
      {filed.length > 0 ? (
        <Panel id="filed" title={t("Filed in the last 30 days")} padded={false}>
          <Items items={filed.map((line) => mailItem(line, zone))} />
        </Panel>
      ) : null}
      {aside.length > 0 ? (
        <Panel id="aside" title={t("Set aside, and erased later")} padded={false}>
          <Items items={aside.map((line) => mailItem(line, zone))} />
        </Panel>
      ) : null}
    </Page>
  );
}
