import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import { clockLabels, kindLabels } from "@/lib/evidence/chats/labels";
import type { MessageView } from "@/lib/evidence/chats/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones } from "@/lib/platform/text/format";

type Props = {
  message: MessageView;
  caseId: string;
  home: string;
  there: string;
  markerWords: Readonly<Record<string, string>>;
  folded: boolean;
  mayPick: boolean;
};

/** One message: who, when on both clocks, what kind; its words only while they are unfolded. */
export function MessageRow({ message, caseId, home, there, markerWords, folded, mayPick }: Props) {
  const { id, seq, sender, sentAt, stamp, clock, kind, words, mediaName, markers, incident } = message;
  const name = t("Message {seq}{value}", { seq, value: sender ? t(" from {sender}", { sender }) : "" });
  return (
    <li className="msg" id={`message-${seq}`}>
      <span className="msg__pick">
        {incident || !mayPick ? null : (
          <input type="checkbox" name="messageIds" value={id} aria-label={t("Pick {name}", { name })} />
        )}
      </span>
      <div className="stack stack--s">
        <div className="row row--tight">
          <strong dir="auto" className="breakable">
            {sender ?? t("The app itself")}
          </strong>
          {message.isClient ? <Chip kind="info">{t("The client")}</Chip> : null}
          {kind === "text" ? null : <Chip kind="line">{kindLabels[kind]}</Chip>}
          {markers.map((key) => (
            <Chip kind="warning" icon="bookmark" key={key}>
              {markerWords[key] ?? key}
            </Chip>
          ))}
          {incident ? (
            <PageLink href={`/cases/${caseId}/incidents#${incident.code}` as Route}>
              <Chip kind="done" icon="flag">
                {incident.code}
              </Chip>
            </PageLink>
          ) : null}
        </div>
        <p className="small muted">
          {t("Message {seq} · {sentAt} · in the export {stamp}", {
            seq,
            sentAt: formatBothZones(sentAt, home, there),
            stamp,
          })}
        </p>
        {clock ? <p className="small">{clockLabels[clock]}.</p> : null}
        {folded ? (
          <p className="muted">{kind === "deleted" ? t("Deleted by its sender.") : t("Words folded.")}</p>
        ) : (
          <>
            {words ? (
              <p className="msg__words read" dir="auto">
                {words}
              </p>
            ) : null}
            {mediaName ? <p className="small">{t("Carried: {mediaName}", { mediaName })}</p> : null}
          </>
        )}
      </div>
    </li>
  );
}
