import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { Facts, Panel } from "@/app/_ui/panel";
import { mailNoteWords } from "@/lib/evidence/exhibits/labels";
import { t } from "@/lib/platform/language/translate";
import type { MailFacts, PlainText } from "@/lib/platform/sandbox/types";
import { formatBytes } from "@/lib/platform/text/format";
import type { Zones } from "./exhibit-tile";
import { MailChecks } from "./mail-checks";
import { MailHops, MailTime } from "./mail-hops";

type Header = { name: string; value: string };
type Attachment = PlainText["attachments"][number];
type Props = {
  mail: MailFacts;
  headers: readonly Header[];
  attachments: readonly Attachment[];
  zones: Zones;
  folded: boolean;
  /** A page that a browser saved: it has the form of a mail, and nobody sent it. */
  savedPage: boolean;
};

const none = <span className="muted">{t("Not in the mail")}</span>;

/** The route of a mail according to its own headers, from its origin. `folded`: its subject stays with its words. */
export function MailPanel({ mail, headers, attachments, zones, folded, savedPage }: Props) {
  const text = (value: string | null) => (value ? <span className="breakable">{value}</span> : none);
  const header = (name: string) => headers.find((candidate) => candidate.name.toLowerCase() === name)?.value ?? null;
  return (
    <Panel
      title={savedPage ? t("Parts of the saved page") : t("E-mail route")}
      id="mail"
      padded={false}
      foot={
        savedPage
          ? t("As the browser packed them into one file. None of them was run or loaded.")
          : t(
              "Written by the servers on the way; those nearest to the sender can be forged. Nothing in the mail was loaded.",
            )
      }
    >
      {mail.notes.length > 0 ? (
        <div className="panel__body">
          <Notice kind="warning" title={t("How the mail was read")}>
            <ul>
              {mail.notes.map((note) => (
                <li key={`${note.kind} ${note.detail}`}>{mailNoteWords(note)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      {savedPage ? null : (
        <>
          <div className="panel__body">
            <Facts
              items={[
                { name: t("From"), value: text(mail.from) },
                { name: t("Return path"), value: text(mail.returnPath) },
                { name: t("Reply to"), value: text(mail.replyTo) },
                { name: t("To"), value: text(header("to")) },
                ...(folded ? [] : [{ name: t("Subject"), value: text(header("subject")) }]),
                { name: t("Written"), value: <MailTime at={mail.date} atUtc={mail.dateUtc} zones={zones} /> },
                { name: t("Message-ID"), value: text(mail.messageId) },
                { name: t("X-Originating-IP"), value: mail.originatingIp ? <Claimed ip={mail.originatingIp} /> : none },
              ]}
            />
          </div>
          <MailHops hops={mail.hops} zones={zones} />
          <MailChecks checks={mail.checks} />
        </>
      )}
      <Disclosure
        label={
          savedPage
            ? t("Parts ({parts})", { parts: mail.parts.length })
            : t("Parts of the mail ({parts})", { parts: mail.parts.length })
        }
      >
        <ul className="mailparts">
          {mail.parts.map((part, index) => (
            <li key={`${String(index)} ${part.mime}`} data-depth={Math.min(part.depth, 4)}>
              <span className="ref">{part.mime}</span> <span className="breakable">{part.name}</span>{" "}
              {part.size === null ? null : <span className="muted">{formatBytes(part.size)}</span>}
            </li>
          ))}
        </ul>
      </Disclosure>
      <Attachments attachments={attachments} />
      <Disclosure label={t("All headers that were read ({headers})", { headers: headers.length })}>
        <Facts
          items={headers
            .filter((candidate) => !folded || candidate.name.toLowerCase() !== "subject")
            .map(({ name, value }, index) => ({ name: `${index + 1}. ${name}`, value: text(value) }))}
        />
      </Disclosure>
    </Panel>
  );
}

function Claimed({ ip }: { ip: string }) {
  return (
    <>
      <span className="breakable">{ip}</span>
      <div className="small muted">{t("A line that the sender’s machine may have written itself.")}</div>
    </>
  );
}

/** Each file as it was before it was packed into the mail, so that another copy of it can be compared. */
function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <Disclosure label={t("Attached files ({attachments})", { attachments: attachments.length })}>
      <ul className="mailparts">
        {attachments.map(({ name, mime, size, sha256 }, index) => (
          <li key={`${String(index)} ${name}`}>
            <span className="breakable">{name || t("Without a name")}</span> <span className="ref">{mime}</span>{" "}
            <span className="muted">{formatBytes(size)}</span>
            {sha256 ? <div className="small muted breakable">{t("SHA-256 {sha256}", { sha256 })}</div> : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
