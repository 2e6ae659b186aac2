import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import type { MailView } from "@/lib/escalation/incoming-mail/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, plural } from "@/lib/platform/text/format";
import { fileAsExhibitAction } from "../../actions";
import { Act } from "./file-panel";

/** The attachments of a mail. They are not opened here: an exhibit made of one is scanned and shown like any other. */
export function AttachmentsPanel({ mail }: { mail: MailView }) {
  const { attachments } = mail.facts;
  if (attachments.length === 0) return null;
  const mayFile = mail.case !== null && mail.kept && mail.state !== "set_aside";
  return (
    <Panel id="attachments" title={t("Attachments")} end={<Chip>{plural(attachments.length, "file")}</Chip>}>
      <Facts
        items={attachments.map((file, index) => {
          const exhibit = mail.attachmentExhibits[index];
          return {
            key: `${index}`,
            name: t("File {number}", { number: index + 1 }),
            value: (
              <div className="stack">
                <span dir="auto">{file.name || t("No name")}</span>
                <span className="muted small">
                  {file.mime}, {formatBytes(file.size)}
                </span>
                {exhibit && mail.case ? (
                  <PageLink href={`/cases/${mail.case.id}/evidence/${exhibit.id}` as Route}>
                    {t("Evidence, as {label}", { label: exhibit.label })}
                  </PageLink>
                ) : mayFile ? (
                  <UnlessFrozen what={t("Attachments")}>
                    <Act
                      mailId={mail.id}
                      action={fileAsExhibitAction}
                      label={t("File {number} as evidence", { number: index + 1 })}
                      icon="package"
                      part={String(index)}
                    />
                  </UnlessFrozen>
                ) : null}
              </div>
            ),
          };
        })}
      />
    </Panel>
  );
}
