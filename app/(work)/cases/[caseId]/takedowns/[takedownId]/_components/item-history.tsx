import type { Route } from "next";
import { ActionForm } from "@/app/_ui/form";
import type { IconName } from "@/app/_ui/icon-names";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitButton } from "@/app/_ui/submit-button";
import { FoldedTimeline } from "@/app/_ui/timeline";
import { entryLabels, lookerLabels, routeLabels } from "@/lib/escalation/takedowns/labels";
import type { CheckProof, EntryKind, HistoryLine, TakedownPage } from "@/lib/escalation/takedowns/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { undoEntryAction } from "../../actions";

const icons: Record<EntryKind, IconName> = {
  reported: "send",
  numbered: "hash",
  more_asked: "circle-help",
  refused: "ban",
  appealed: "scale",
  removed: "circle-check",
  closed: "circle-minus",
  seen_up: "eye",
  seen_gone: "eye-off",
  seen_sign_in: "lock",
  seen_unclear: "circle-help",
};

type Props = { caseId: string; page: Pick<TakedownPage, "item" | "history" | "zone" | "closed"> };

/** Every report, answer and look, newest first. The last entry can be undone; it stays here as undone. */
export function ItemHistory({ caseId, page: { item, history, zone, closed } }: Props) {
  if (history.length === 0) return null;
  const events = history.map((line) => ({
    key: line.id,
    icon: icons[line.event],
    title: <Title line={line} />,
    detail: <Detail caseId={caseId} line={line} />,
    at: line.at?.toISOString() ?? line.on,
    when: line.at ? formatInstant(line.at, zone) : formatDate(line.on),
  }));
  return (
    <Panel id="history" title={t("What happened")} padded={false}>
      <FoldedTimeline events={events} first={6} more={t("earlier entry")} many={t("earlier entries")} />
      {item.canUndo && !closed ? (
        <ActionForm action={undoEntryAction} label={t("Undo the last entry")} className="panel__body" guard={false}>
          <input type="hidden" name="takedownId" value={item.id} />
          <div>
            <SubmitButton icon="undo-2" variant="quiet" small pendingText={t("Saving")}>
              {t("Undo the last entry")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </Panel>
  );
}

function Title({ line: { event, route, undone } }: { line: HistoryLine }) {
  const words = route
    ? t("{event}: {route}", { event: entryLabels[event], route: routeLabels[route] })
    : entryLabels[event];
  if (!undone) return <strong>{words}</strong>;
  return rich("<del>{words}</del>, undone", { words, del: (text) => <del>{text}</del> });
}

/** What the checker was answered: enough to compare it, and nothing of the page itself. */
function Answered({ answered: { status, bytes, sha256, rule } }: { answered: CheckProof }) {
  return (
    <>
      <span className="block">{status === null ? rule : t("Answer {status}: {rule}", { status, rule })}</span>
      {sha256 ? (
        <span className="block small muted breakable">
          {t("{bytes} bytes, SHA-256 {sha256}", { bytes: bytes ?? 0, sha256 })}
        </span>
      ) : null}
    </>
  );
}

function Detail({
  caseId,
  line: { reportId, seenBy, proof, answered, note, by },
}: {
  caseId: string;
  line: HistoryLine;
}) {
  return (
    <>
      {reportId ? <span className="block">{t("Report ID {reportId}", { reportId })}</span> : null}
      {seenBy && seenBy !== "us" ? (
        <span className="block">{t("Who looked: {who}", { who: lookerLabels[seenBy] })}</span>
      ) : null}
      {proof ? (
        <span className="block">
          {rich("Proof: <link>{code}</link>", {
            code: proof.code,
            link: (words) => <PageLink href={`/cases/${caseId}/evidence/${proof.id}` as Route}>{words}</PageLink>,
          })}
        </span>
      ) : null}
      {answered ? <Answered answered={answered} /> : null}
      {note ? <span className="block">{note}</span> : null}
      {by ? <span className="block">{t("Recorded by {by}", { by })}</span> : null}
    </>
  );
}
