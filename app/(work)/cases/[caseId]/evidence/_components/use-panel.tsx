import type { Route } from "next";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import { hasPicture } from "@/lib/evidence/exhibits/rules";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { isRecording } from "@/lib/evidence/recordings/rules";
import { t } from "@/lib/platform/language/translate";

/** Where an exhibit goes from here: messages out of an export, and a certificate out of its ledger. */
export function UsePanel({ exhibit, stopped }: { exhibit: ExhibitView; stopped: boolean }) {
  const base = `/cases/${exhibit.caseId}/evidence`;
  const isExport =
    exhibit.look !== null &&
    !hasPicture(exhibit.look) &&
    exhibit.look.kind !== "pdf" &&
    !isRecording(exhibit.look) &&
    !stopped;
  return (
    <Panel title={t("From here")} id="from-here">
      {isExport ? (
        <p className="row">
          <Icon name="message-square" />
          <PageLink href={`${base}/chats?exhibit=${exhibit.id}` as Route}>
            {t("Read it as an export of a chat")}
          </PageLink>
        </p>
      ) : null}
      <UnlessFrozen what={t("A certificate")}>
        <p className="row">
          <Icon name="stamp" />
          <PageLink href={`${base}/certificates` as Route}>{t("Draft a certificate")}</PageLink>
        </p>
      </UnlessFrozen>
    </Panel>
  );
}
