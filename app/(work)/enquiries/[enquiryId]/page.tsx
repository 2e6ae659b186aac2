import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Chip } from "@/app/_ui/chip";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { apartLabels, channelLabels, dangerLabels, enquiryStates, readerLabels } from "@/lib/client/enquiries/labels";
import { readEnquiry } from "@/lib/client/enquiries/queries";
import type { EnquiryView } from "@/lib/client/enquiries/types";
import { languageNames } from "@/lib/client/wording/rules";
import { noteView } from "@/lib/kernel/audit/note-view";
import { emergencyLines, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { regionName } from "../region-name";
import { DecidePanel } from "./_components/decide-panel";
import { MessagesPanel } from "./_components/messages-panel";
import { NoteReadForm } from "./_components/note-read-form";

export const metadata: Metadata = { title: t("Enquiry") };

/** What somebody wrote who asks for help, and what is done about it. That it was opened is in the log. */
export default async function EnquiryPage({ params }: PageProps<"/enquiries/[enquiryId]">) {
  const ctx = await requireCtx("case.open");
  const { enquiryId } = await params;
  const enquiry = await orNotFound(readEnquiry(ctx, enquiryId));
  const view = { action: "enquiry.viewed" as const, subjectId: enquiry.id };
  await noteView(ctx, enquiry.case ? { ...view, caseId: enquiry.case.id } : view);
  const zone = officeZone();
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Enquiries"), href: "/enquiries" as Route }]} />
      <PageHead
        title={t("Enquiry")}
        actions={
          enquiry.state === "open" ? (
            <LinkButton variant="primary" icon="search" href={`/cases/new?enquiry=${enquiry.id}` as Route}>
              {t("Search, then open a case")}
            </LinkButton>
          ) : null
        }
      >
        {t("Written {at}", { at: formatInstant(enquiry.writtenAt, zone) })}
      </PageHead>
      <Notices enquiry={enquiry} zone={zone} />
      {enquiry.hasNews ? <NoteReadForm enquiryId={enquiry.id} /> : null}
      <WordsPanel enquiry={enquiry} />
      <MessagesPanel enquiry={enquiry} zone={zone} />
      <DecidePanel enquiry={enquiry} zone={zone} />
    </Page>
  );
}

function Notices({ enquiry, zone }: { enquiry: EnquiryView; zone: string }) {
  const { danger, apart, withdrawnAt, overdue, dueOn } = enquiry;
  return (
    <>
      {danger === "yes" ? (
        <Notice kind="overdue" title={t("She says that she is in danger now")}>
          <p>{t("Phone first: {lines}", { lines: emergencyLines(newestPlaybooks()) })}</p>
        </Notice>
      ) : null}
      {overdue ? (
        <Notice kind="warning" title={t("To be answered by {day}", { day: formatDate(dueOn) })}>
          <p>{t("She looks with her code and finds nothing.")}</p>
        </Notice>
      ) : null}
      {apart ? (
        <Notice kind="info" title={t("Listed apart")}>
          <p>{apartLabels[apart]}.</p>
        </Notice>
      ) : null}
      {withdrawnAt ? (
        <Notice kind="warning" title={t("She takes it back, {at}", { at: formatInstant(withdrawnAt, zone) })}>
          <p>
            {t(
              "It is part of a case, so it was not erased. Ask her in the way that is safe; her code opens nothing now.",
            )}
          </p>
        </Notice>
      ) : null}
    </>
  );
}

/** All of it in her words: text, whatever it looks like. Links in it are not links. */
function WordsPanel({ enquiry }: { enquiry: EnquiryView }) {
  const { words, language, danger } = enquiry;
  const notSaid = t("Not said");
  const hers = (text: string) => (text === "" ? notSaid : <HerWords text={text} language={language} />);
  return (
    <Panel id="words" title={t("In her words")} end={<Chip>{languageNames[language]}</Chip>}>
      <Notice kind="info" title={t("It may be somebody else who writes")}>
        <p>
          {t(
            "The person who harasses her may write in her name, or to learn whether she is a client. Say nothing that only she should know, and open no address that stands here.",
          )}
        </p>
      </Notice>
      <Facts
        items={[
          { name: t("Wants to be called"), value: hers(words.name) },
          { name: t("What is happening"), value: hers(words.what) },
          { name: t("Danger"), value: dangerLabels[danger] },
          { name: t("She is in"), value: hers(regionName(words.country)) },
          { name: t("The other person is in"), value: hers(regionName(words.otherCountry)) },
          { name: t("How to reach her"), value: words.channel === "" ? notSaid : channelLabels[words.channel] },
          { name: t("Number or address"), value: hers(words.contact) },
          { name: t("Safe days and hours"), value: hers(words.hours) },
          { name: t("Never say or write"), value: hers(words.avoid) },
          { name: t("Who else reads or hears it"), value: words.readBy === "" ? notSaid : readerLabels[words.readBy] },
          {
            name: t("State"),
            value: enquiry.case ? (
              <PageLink href={`/cases/${enquiry.case.id}` as Route}>
                {t("Part of {pseudonym}, {code}", { pseudonym: enquiry.case.pseudonym, code: enquiry.case.code })}
              </PageLink>
            ) : (
              enquiryStates[enquiry.state]
            ),
          },
        ]}
      />
    </Panel>
  );
}

function HerWords({ text, language }: { text: string; language: string }) {
  return (
    <span className="prewrap" dir="auto" lang={language}>
      {text}
    </span>
  );
}
