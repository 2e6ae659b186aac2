import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { heldReasonLabels } from "@/lib/escalation/incoming-mail/labels";
import { readMail } from "@/lib/escalation/incoming-mail/queries";
import type { MailView } from "@/lib/escalation/incoming-mail/types";
import { may } from "@/lib/kernel/access/roles";
import { noteView } from "@/lib/kernel/audit/note-view";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatDate, formatInstant } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { MailChip } from "../mail-items";
import { AttachmentsPanel } from "./_components/attachments-panel";
import { FilePanel } from "./_components/file-panel";

export const metadata: Metadata = { title: t("Mail") };

/** One mail: what it says as text, why it waits, and what becomes of it. That it was opened is in the log. */
export default async function OneMailPage({ params }: PageProps<"/mail/[mailId]">) {
  const ctx = await requireCtx("case.read");
  const { mailId } = await params;
  const mail = await orNotFound(readMail(ctx, mailId));
  const view = { action: "incoming_mail.viewed" as const, subjectId: mail.id };
  await noteView(ctx, mail.case ? { ...view, caseId: mail.case.id } : view);
  const zone = officeZone();
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Mail that came in"), href: "/mail" as Route }]} />
      <PageHead guide="file-a-mail" title={t("Mail")} actions={<MailChip line={mail} />}>
        {t("Received {at}", { at: formatInstant(mail.receivedAt, zone) })}
      </PageHead>
      <Reasons mail={mail} />
      <FilePanel mail={mail} mayLink={may(ctx.actor, "case.review")} />
      <Panel id="words" title={t("What it says")}>
        <Facts items={factsOf(mail, zone)} />
        {mail.facts.text === "" ? (
          <p className="muted">{t("It has no text.")}</p>
        ) : (
          <div className="prewrap measure" dir="auto">
            {mail.facts.text}
          </div>
        )}
        <p className="muted small">
          {mail.facts.cut ? `${t("Not all of it is shown; the message itself is kept whole.")} ` : null}
          {t("Only its text is shown. Pictures and links of it are not opened, and nothing was loaded.")}
        </p>
      </Panel>
      <AttachmentsPanel mail={mail} />
    </Page>
  );
}

function Reasons({ mail }: { mail: MailView }) {
  const { reasons, state } = mail;
  if (mail.byItself)
    return (
      <Notice kind="info" title={t("Filed by itself")}>
        <p>{t("Sender and reply address agree, and our mail server confirmed the sender. You can undo it.")}</p>
      </Notice>
    );
  if (reasons.length === 0 || state === "filed") return null;
  return (
    <Notice kind="warning" title={t("Why it was not filed by itself")}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{heldReasonLabels[reason]}</li>
        ))}
      </ul>
      <p>{t("Phone the office by a number that you know before you rely on it. Do not answer it to find out.")}</p>
    </Notice>
  );
}

function factsOf(mail: MailView, zone: string) {
  const { facts, counterpart, erasedAt, decidedAt } = mail;
  const words = (text: string) => <span dir="auto">{text}</span>;
  const known = (name: string, value: React.ReactNode) => (value ? [{ name, value }] : []);
  return [
    { name: t("From, as it says"), value: words(mail.from) },
    { name: t("Subject"), value: facts.subject ? words(facts.subject) : t("No subject") },
    { name: t("Checks of our mail server"), value: checksOf(mail) },
    ...known(t("Reply address given to"), counterpart && words(counterpart.party)),
    ...known(t("Written, as it says"), facts.dateUtc && formatInstant(new Date(facts.dateUtc), zone)),
    {
      name: t("Case"),
      value: mail.case ? (
        <PageLink href={`/cases/${mail.case.id}` as Route}>
          {t("{pseudonym}, {code}", { pseudonym: mail.case.pseudonym, code: mail.case.code })}
        </PageLink>
      ) : (
        t("None")
      ),
    },
    ...known(
      t("Decided"),
      decidedAt && mail.decidedBy
        ? t("{at}, by {by}", { at: formatInstant(decidedAt, zone), by: mail.decidedBy })
        : null,
    ),
    ...known(t("Erased on"), erasedAt && formatDate(civilDate(erasedAt, zone))),
    { name: t("Size"), value: formatBytes(mail.size) },
    { name: "SHA-256", value: <span className="ref break-all">{mail.sha256}</span> },
  ];
}

/** `dmarc pass (saps.example)`: as the server noted it. */
function checksOf({ facts }: MailView): string {
  if (facts.checks === null || facts.checks.length === 0) return t("Unknown: it noted nothing that we trust.");
  return facts.checks
    .map(({ method, result, domain }) => `${method.toUpperCase()} ${result}${domain ? ` (${domain})` : ""}`)
    .join(", ");
}
