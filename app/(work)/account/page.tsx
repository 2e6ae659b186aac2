import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Button } from "@/app/_ui/button";
import { Disclosure } from "@/app/_ui/disclosure";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { signOutAction } from "@/app/(auth)/sign-out/actions";
import { zoneChoices } from "@/app/(work)/cases/choices";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { mailChoiceLabels } from "@/lib/escalation/reminders/labels";
import { listMyMails, readFeed, readWishes } from "@/lib/escalation/reminders/queries";
import { myExposureWords } from "@/lib/evidence/exposure/labels";
import { readMyExposure } from "@/lib/evidence/exposure/queries";
import { listOwnApiTokens } from "@/lib/integrations/api-tokens/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { roleLabels } from "@/lib/kernel/access/roles";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { officeZone } from "@/lib/law/office/rules";
import { readMe } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { hasMailServer } from "@/lib/platform/mail/smtp";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { FeedPanel } from "./_components/feed-panel";
import { MailList } from "./_components/mail-list";
import { TokensPanel } from "./_components/tokens-panel";
import { WishesForm } from "./_components/wishes-form";

export const metadata: Metadata = { title: t("Your account") };

export default async function AccountPage() {
  const ctx = await requireCtx("case.read");
  const { me, wishes, feed, mails, week, tokens } = await reading(ctx, (scoped) =>
    readAll({
      me: readMe(scoped),
      wishes: readWishes(scoped),
      feed: readFeed(scoped),
      mails: listMyMails(scoped),
      week: readMyExposure(scoped),
      tokens: listOwnApiTokens(scoped),
    }),
  );
  const zones = zoneChoices(newestPlaybooks(), ctx.now).map((choice) => choice.value);
  return (
    <Page>
      <PageHead guide="reminders" title={t("Your account")}>
        {ctx.orgName}
      </PageHead>
      <Panel id="you" title={t("You")}>
        <Facts
          items={[
            { name: t("Name"), value: ctx.actor.name },
            { name: t("Work e-mail"), value: me?.email ?? "Not recorded" },
            { name: t("Role"), value: me ? roleLabels[me.role] : "Not recorded" },
            { name: t("Code in packets"), value: me?.code ?? "Not yet issued" },
            { name: t("Joined"), value: me ? formatDate(civilDate(me.joinedAt, officeZone())) : "Not recorded" },
          ]}
        />
      </Panel>
      <Panel id="exposure" title={t("Your exposure to distressing material")}>
        <p className="read">
          {t(
            "{counts} Only you and the supervisors see this count, and never what it was. If it is too much, say so: the work can be shared.",
            { counts: myExposureWords(week.counts) },
          )}
        </p>
      </Panel>
      <Panel id="reminders" title={t("Reminders by e-mail")}>
        <p className="read">
          {t("E-mails name a case by its number only, and say what kind of deadline it is and who has to act next.")}
        </p>
        <Facts
          items={[
            { name: t("Mails"), value: mailChoiceLabels[wishes.mails] },
            { name: t("Your time zone"), value: wishes.zone },
            { name: t("Daily mail from"), value: wishes.digestAt },
            {
              name: t("Quiet hours"),
              value: t("{from} to {until}", { from: wishes.quietFrom, until: wishes.quietUntil }),
            },
          ]}
        />
        <Disclosure icon="pencil" label={t("Edit the reminders")}>
          <WishesForm wishes={wishes} zones={zones} />
        </Disclosure>
        <MailList mails={mails} zone={wishes.zone} now={ctx.now} hasServer={hasMailServer()} />
      </Panel>
      <FeedPanel feed={feed && { id: feed.id, made: formatDate(civilDate(feed.madeAt, wishes.zone)) }} />
      <TokensPanel tokens={tokens} zone={wishes.zone} confirm={await askedToConfirm(ctx, "api_token.agree")} />
      <Panel id="sign-in" title={t("Signing in")}>
        <p className="read">
          {t(
            "You are signed out after 30 minutes without use, and after 12 hours in any case. If you forgot your password or somebody else may know it, ask an administrator for a new sign-in link.",
          )}
        </p>
        <p>
          <PageLink href="/account/security">{t("Your passkeys, authenticator app and recovery codes")}</PageLink>
        </p>
        <form action={signOutAction}>
          <Button type="submit" icon="log-out">
            {t("Sign out")}
          </Button>
        </form>
      </Panel>
    </Page>
  );
}
