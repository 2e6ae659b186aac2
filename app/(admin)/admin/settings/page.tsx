import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { RecordVersions } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readEnquirySetting } from "@/lib/client/enquiries/queries";
import { readPagesSetting } from "@/lib/client/pages/queries";
import { readCheckSettings } from "@/lib/escalation/checks/queries";
import { readMailSetting } from "@/lib/escalation/incoming-mail/queries";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { sourceNote } from "@/lib/law/jurisdictions/labels";
import { officeZone } from "@/lib/law/office/rules";
import { readOfflineSetting } from "@/lib/operations/arrivals/queries";
import { readOrganisation } from "@/lib/organisation/members/queries";
import { env } from "@/lib/platform/env";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { keepingLaw } from "@/lib/privacy/retention/labels";
import { readKeeping } from "@/lib/privacy/retention/queries";
import { ChecksForm } from "./_components/checks-form";
import { DeskForm } from "./_components/desk-form";
import { EnquiriesForm } from "./_components/enquiries-form";
import { KeepingForm } from "./_components/keeping-form";
import { MailForm } from "./_components/mail-form";
import { OfflineForm } from "./_components/offline-form";
import { PagesForm } from "./_components/pages-form";

export const metadata: Metadata = { title: t("Settings") };

export default async function SettingsPage() {
  const ctx = await requireCtx("people.read");
  const organisation = await readOrganisation(ctx);
  const versions = { desk: (await readRecordVersions(ctx, [ctx.orgId]))[ctx.orgId] ?? 0 };
  const desk = organisation ?? { name: ctx.orgName, deskEmail: null, deskPhone: null };
  const keeping = await readKeeping(ctx);
  const pagesOn = await readPagesSetting(ctx);
  const enquiries = await readEnquirySetting(ctx);
  const published = `${env().APP_ORIGIN}/p/note/${enquiries.address}`;
  const checks = await readCheckSettings(ctx);
  const mailDays = await readMailSetting(ctx);
  const offlineOn = await readOfflineSetting(ctx);
  const created = organisation ? formatDate(civilDate(organisation.createdAt, officeZone())) : t("Not recorded");
  return (
    <Page>
      <PageHead guide="set-up-the-organisation" title={t("Settings")}>
        {t("What the organisation is called here and on paper.")}
      </PageHead>
      <Panel id="desk" title={t("Printed in packets")}>
        <p className="read muted">
          {t("Packets drafted from now on carry these. Earlier ones stay as they were made.")}
        </p>
        <Facts
          items={[
            { name: t("Name of the organisation"), value: desk.name },
            { name: t("E-mail of the liaison desk"), value: desk.deskEmail ?? t("Not recorded") },
            { name: t("Phone of the liaison desk"), value: desk.deskPhone ?? t("Not recorded") },
          ]}
        />
        <Disclosure icon="pencil" label={t("Edit what is printed")}>
          <RecordVersions versions={versions} zone={officeZone()}>
            <DeskForm record="desk" desk={desk} />
          </RecordVersions>
        </Disclosure>
      </Panel>
      <Panel id="keeping" title={t("How long cases are kept")}>
        <p className="read muted">
          {t(
            "Supervisors see a closed case when a decision is due, and decide. Nothing is erased automatically. {text} {keepingLaw}",
            { text: keepingLaw.text, keepingLaw: sourceNote(keepingLaw) },
          )}
        </p>
        <Facts
          items={[
            {
              name: t("Years after closing"),
              value: keeping.ours
                ? t("{years}, our default and not the law's", { years: keeping.years })
                : t("{years}, as set by an administrator", { years: keeping.years }),
            },
          ]}
        />
        <Disclosure icon="pencil" label={t("Edit the years")}>
          <KeepingForm keeping={keeping} />
        </Disclosure>
      </Panel>
      <Panel id="pages" title={t("Pages for clients")}>
        <p className="read muted">
          {t(
            "A client opens her page with a link and a PIN. She hands over evidence herself, reads where things stand, signs papers, and writes to her caseworker. She sees nothing else of her case.",
          )}
        </p>
        <PagesForm on={pagesOn} />
        <p className="read">
          {rich("Clients read in six languages. <link>Let speakers confirm the texts</link>.", {
            link: (words) => <PageLink href="/admin/texts">{words}</PageLink>,
          })}
        </p>
      </Panel>
      <Panel id="enquiries" title={t("Enquiries")}>
        <p className="read muted">
          {t(
            "Somebody who has no case writes to you at an address that says nothing, and reads the answer with a code. The form works on old phones and in six languages. Publish the address only if somebody reads what comes in on every working day.",
          )}
        </p>
        {enquiries.address ? (
          <Facts
            items={[
              {
                name: enquiries.on ? t("The address to publish") : t("The address, closed now"),
                value: <span className="ref">{published}</span>,
              },
            ]}
          />
        ) : null}
        <EnquiriesForm on={enquiries.on} days={enquiries.days} />
      </Panel>
      <Panel id="mail" title={t("Mail that comes in")}>
        <p className="read muted">
          {t(
            "Offices answer to a reply address of a case. Whoever runs the server sets up the mailbox; its state stands under “Is everything in order?”.",
          )}
        </p>
        <MailForm days={mailDays} />
      </Panel>
      <Panel id="checks" title={t("Address checker")}>
        <p className="read muted">
          {t(
            "The worker can look by itself whether a post on a take-down list is still up or gone, and record it with proof. It is turned off until you turn it on here.",
          )}
        </p>
        <ChecksForm settings={checks} />
      </Panel>
      <Panel id="offline" title={t("Work offline")}>
        <p className="read muted">
          {t(
            "A caseworker prepares a phone of her own. Offline she writes notes, takes an intake and adds files there; they wait encrypted, and are sent when she is online and signed in. Nobody can read on the phone what waits. Ending her sessions makes it worthless.",
          )}
        </p>
        <OfflineForm on={offlineOn} />
      </Panel>
      <Panel id="organisation" title={t("Organisation")}>
        <Facts
          items={[
            { name: t("Case codes begin with"), value: organisation?.codePrefix ?? "Not recorded" },
            { name: t("Set up on"), value: created },
            { name: t("Dates are calculated in"), value: officeZone() },
          ]}
        />
      </Panel>
    </Page>
  );
}
