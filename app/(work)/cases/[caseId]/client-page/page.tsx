import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import type { IconName } from "@/app/_ui/icon-names";
import { Items } from "@/app/_ui/items";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitButton } from "@/app/_ui/submit-button";
import { FoldedTimeline } from "@/app/_ui/timeline";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listCaseEnquiries } from "@/lib/client/enquiries/queries";
import { listReceivedFiles } from "@/lib/client/files/queries";
import { listCaseMessages } from "@/lib/client/messages/queries";
import { readNotices } from "@/lib/client/notices/queries";
import { pageEvents, pageStates } from "@/lib/client/pages/labels";
import { readCasePage } from "@/lib/client/pages/queries";
import type { CasePage, ClientPageView, PageEventName } from "@/lib/client/pages/types";
import { listOfferedPapers } from "@/lib/client/papers/queries";
import { languageNames } from "@/lib/client/wording/rules";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant, plural } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { ConversationPanel } from "./_components/conversation-panel";
import { FileInbox } from "./_components/file-inbox";
import { MakePageForm } from "./_components/make-page-form";
import { NoticePanel } from "./_components/notice-panel";
import { PaperPanel } from "./_components/paper-panel";
import { StatusPanel } from "./_components/status-panel";
import { endPageAction, noteSeenNewsAction } from "./actions";

export const metadata: Metadata = { title: t("Client's page") };

const icons: Record<PageEventName, IconName> = {
  made: "link",
  ended: "ban",
  opened: "eye",
  left: "log-out",
  wrong_pin: "triangle-alert",
  refused: "circle-x",
};

/** The page that a client opens on her phone: what she sent, what she reads, and how she gets in. */
export default async function ClientPagePage({ params }: PageProps<"/cases/[caseId]/client-page">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { own, files, messages, papers, notices, enquiries } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        own: readCasePage(scoped, caseId),
        files: listReceivedFiles(scoped, caseId),
        messages: listCaseMessages(scoped, caseId),
        papers: listOfferedPapers(scoped, caseId),
        notices: readNotices(scoped, caseId),
        enquiries: listCaseEnquiries(scoped, caseId),
      }),
    ),
  );
  const { page, homeZone: zone, closed } = own;
  const open = page?.state === "open" && own.isOn && !closed;
  const language = page?.language ?? "en";
  return (
    <>
      <PageHead guide="give-a-client-a-page" title={t("Client's page")} level={2}>
        {t("She hands over evidence herself, reads where things stand, signs, and writes to you.")}
      </PageHead>
      {enquiries.length > 0 ? (
        <Panel id="enquiry" title={t("What she wrote first")} padded={false}>
          <Items
            items={enquiries.map((enquiry) => ({
              key: enquiry.id,
              href: `/enquiries/${enquiry.id}` as Route,
              title: t("Enquiry, written {at}", { at: formatInstant(enquiry.writtenAt, zone) }),
              why: enquiry.withdrawnAt ? t("She takes it back.") : t("In her own words, with our answers."),
            }))}
          />
        </Panel>
      ) : null}
      <Door caseId={caseId} own={own} />
      {page ? (
        <>
          <FileInbox caseId={caseId} files={files} zone={zone} closed={closed} />
          <ConversationPanel
            caseId={caseId}
            language={language}
            messages={messages.filter(({ kind }) => kind === "message")}
            zone={zone}
            open={open}
          />
          <StatusPanel
            caseId={caseId}
            language={language}
            lines={messages.filter(({ kind }) => kind === "status")}
            zone={zone}
            open={open}
          />
          <NoticePanel caseId={caseId} language={language} choices={notices} zone={zone} open={open} />
          <PaperPanel caseId={caseId} language={language} papers={papers} zone={zone} open={open} />
          <Panel id="log" title={t("What happened at the page")}>
            <FoldedTimeline
              first={6}
              more="earlier event"
              events={own.events.map((event) => ({
                key: event.id,
                icon: icons[event.event],
                title: pageEvents[event.event],
                detail: event.by,
                at: event.at.toISOString(),
                when: formatInstant(event.at, zone),
              }))}
            />
          </Panel>
        </>
      ) : null}
    </>
  );
}

function Door({ caseId, own }: { caseId: string; own: CasePage }) {
  const { page, isOn, closed, clientIsMinor, homeZone } = own;
  if (!isOn) {
    return (
      <Panel id="door" label={t("Link and PIN")}>
        <EmptyState icon="link" title={t("Pages for clients are turned off")}>
          {t("An administrator turns them on under Settings. Until then clients hand over on paper or in person.")}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel id="door" title={t("Link and PIN")} end={page ? <StateChip page={page} /> : null}>
      {clientIsMinor ? (
        <Notice kind="info" title={t("The client is under 18")}>
          {t("Think with the guardian who signs, and whose phone it is.")}
        </Notice>
      ) : null}
      {page ? <PageFacts page={page} zone={homeZone} /> : null}
      {page?.hasNews ? (
        <ActionForm action={noteSeenNewsAction} label={t("Note as seen")}>
          <input type="hidden" name="pageId" value={page.id} />
          <div className="row">
            <SubmitButton variant="secondary" icon="eye" pendingText={t("Noting")}>
              {t("I have seen what is new")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
      {page?.state === "open" && !closed ? (
        <ActionForm whileRestricted action={endPageAction} label={t("End the page")}>
          <input type="hidden" name="pageId" value={page.id} />
          <div className="row">
            <SubmitButton variant="danger" icon="ban" pendingText={t("Ending it")}>
              {t("End the page now")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
      {closed ? (
        <p className="muted">{t("This case is closed: the page opens nothing.")}</p>
      ) : (
        <>
          <p className="read">
            {rich(
              "Look at <link>how to contact her safely</link> first. The page is neutral and leaves little behind, but a phone that somebody else reads is never safe.",
              { link: (words) => <PageLink href={`/cases/${caseId}/safety` as Route}>{words}</PageLink> },
            )}
          </p>
          {/* In one place whatever the state, so that the link that it shows once stays there. */}
          <MakePageForm caseId={caseId} again={page?.state === "open"} language={page?.language} />
        </>
      )}
    </Panel>
  );
}

function StateChip({ page }: { page: ClientPageView }) {
  return <Chip kind={page.state === "open" ? "accent" : "plain"}>{pageStates[page.state]}</Chip>;
}

function PageFacts({ page, zone }: { page: ClientPageView; zone: string }) {
  return (
    <Facts
      items={[
        { name: t("Language"), value: languageNames[page.language] },
        {
          name: t("Made"),
          value: t("{at}, by {by}", { at: formatInstant(page.madeAt, zone), by: page.madeBy }),
        },
        { name: t("Gone through with her"), value: formatDate(page.agreedOn) },
        { name: t("Ends by itself"), value: formatDate(civilDate(page.expiresAt, zone)) },
        {
          name: t("Last visit"),
          value: page.lastVisitAt ? formatInstant(page.lastVisitAt, zone) : t("Not opened yet"),
        },
        ...(page.wrongPins > 0 ? [{ name: t("Wrong PINs"), value: plural(page.wrongPins, "try", "tries") }] : []),
      ]}
    />
  );
}
