import type { Route } from "next";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import { kindNotices } from "@/lib/packets/packets/labels";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

/** What a reader must know first: what the packet is not, and whether it still counts. */
export function PacketNotices({ packet }: { packet: PacketView }) {
  const notice = kindNotices[packet.kind];
  const { supersededBy, decidedBy, decidedAt, decisionNote } = packet;
  const by = decidedBy && decidedAt ? `${decidedBy}, ${formatInstant(decidedAt, packet.zone)}` : "";
  return (
    <>
      {packet.status === "withdrawn" ? (
        <Notice kind="overdue" title={t("This packet was withdrawn")}>
          <p>{decisionNote}</p>
          {packet.holders.length > 0 ? <HoldersToTell packet={packet} /> : null}
          {supersededBy ? null : (
            <p>
              <PageLink href={`/cases/${packet.caseId}/packets/new/${packet.kind}` as Route}>
                {t("Draft the next version")}
              </PageLink>
            </p>
          )}
        </Notice>
      ) : null}
      {packet.status === "returned" ? (
        <Notice kind="warning" title={t("Returned by {by}", { by })}>
          {decisionNote}{" "}
          <PageLink href={`/cases/${packet.caseId}/packets/new/${packet.kind}` as Route}>
            {t("Draft the next version from it")}
          </PageLink>
        </Notice>
      ) : null}
      {packet.decidedByAuthor && packet.status !== "returned" ? (
        <Notice kind="warning" title={t("Approved by the person who asked")}>
          {t("No second person decided on it. An administrator gave {decidedBy} that permission.", { decidedBy })}
        </Notice>
      ) : null}
      {supersededBy ? (
        <Notice kind="warning" title={t("Version {version} replaces this one", { version: supersededBy.version })}>
          {rich(
            "What is given out of this one is a copy that says so on every page. <link>Open version {version}</link>",
            {
              version: supersededBy.version,
              link: (words) => <PageLink href={`/packets/${supersededBy.id}` as Route}>{words}</PageLink>,
            },
          )}
        </Notice>
      ) : null}
      {notice ? <Notice title={notice.title}>{notice.text}</Notice> : null}
    </>
  );
}

/** A portal and a link say it by themselves; copies that were taken, and paper, do not. */
function HoldersToTell({ packet }: { packet: PacketView }) {
  return (
    <>
      <p>{t("These people have it. Call them: copies and paper are not recalled automatically.")}</p>
      <ul className="stack stack--s">
        {packet.holders.map((holder) => (
          <li key={holder.id}>
            {holder.who}
            {holder.how === "paper" ? t(", on paper") : ""}
          </li>
        ))}
      </ul>
    </>
  );
}
