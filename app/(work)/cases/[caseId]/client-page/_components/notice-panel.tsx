import { Checkbox, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { channelLabels, noticeProblems } from "@/lib/client/notices/labels";
import type { NoticeChannel, NoticeChoices, NoticeView } from "@/lib/client/notices/types";
import { type ClientLanguage, languageNames, sayIn } from "@/lib/client/wording/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { agreeSendingAction, askNoticeAction } from "../actions";

type Props = { caseId: string; language: ClientLanguage; choices: NoticeChoices; zone: string; open: boolean };

const channels: readonly NoticeChannel[] = ["sms", "email"];

/** One neutral sentence to her phone or mailbox, as the safe-contact protocol lets us. */
export function NoticePanel({ caseId, language, choices, zone, open }: Props) {
  const { problems, sending, nextSafe, notices } = choices;
  const usable = channels.filter((channel) => problems[channel] === null);
  return (
    <Panel id="notices" title={t("Tell her that something is new")}>
      <p className="read">
        {t("She gets this sentence and nothing else, without a name and without the link:")}{" "}
        <q lang={language}>{sayIn(language)("noticeText")}</q>
      </p>
      <Facts items={channels.map((channel) => ({ name: channelLabels[channel], value: standing(channel, choices) }))} />
      {open && usable.length > 0 && nextSafe ? (
        <ActionForm action={askNoticeAction} label={t("Send her the sentence")} prefix="notice">
          <input type="hidden" name="caseId" value={caseId} />
          <Select
            name="channel"
            label={t("How to send it")}
            options={usable.map((value) => ({ value, label: channelLabels[value] }))}
            defaultValue={usable[0]}
            hint={t("Leaves {at}, in her safe hours.", { at: formatInstant(nextSafe, zone) })}
            short
          />
          <SubmitFoot variant="secondary" icon="send" pendingText={t("Sending")}>
            {t("Send the sentence")}
          </SubmitFoot>
        </ActionForm>
      ) : null}
      {open ? (
        <Disclosure label={t("What was agreed with her about our messages")} open={sending === null}>
          <ActionForm action={agreeSendingAction} label={t("Agree messages with the client")} prefix="sending">
            <input type="hidden" name="clientId" value={choices.clientId} />
            <fieldset className="field">
              <legend>{t("She wants our messages by")}</legend>
              <p className="hint">
                {t("None: nothing is sent. A new safe-contact protocol ends what is agreed here.")}
              </p>
              {channels.map((channel) => (
                <Checkbox
                  key={channel}
                  name={channel}
                  value="on"
                  label={channelLabels[channel]}
                  defaultChecked={sending?.[channel] ?? false}
                />
              ))}
            </fieldset>
            <fieldset className="field">
              <legend>{t("Safe days")}</legend>
              {weekdays.map(({ name, label }, at) => (
                <Checkbox
                  key={name}
                  name={name}
                  value="on"
                  label={label}
                  defaultChecked={sending?.days.includes(at + 1) ?? false}
                />
              ))}
            </fieldset>
            <TextField name="from" label={t("Safe from")} type="time" short defaultValue={sending?.from ?? "09:00"} />
            <TextField
              name="until"
              label={t("Safe until")}
              type="time"
              short
              defaultValue={sending?.until ?? "15:00"}
            />
            <SubmitFoot variant="secondary" pendingText={t("Saving")}>
              {t("Save what was agreed")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      ) : null}
      {notices.length > 0 ? (
        <Facts
          items={notices.map((notice) => ({
            name: t("{channel}, {language}", {
              channel: channelLabels[notice.channel],
              language: languageNames[notice.language],
            }),
            value: became(notice, zone),
          }))}
        />
      ) : null}
    </Panel>
  );
}

/** In the order of their numbers: 1 is Monday. */
const weekdays = [
  { name: "monday", label: t("Monday") },
  { name: "tuesday", label: t("Tuesday") },
  { name: "wednesday", label: t("Wednesday") },
  { name: "thursday", label: t("Thursday") },
  { name: "friday", label: t("Friday") },
  { name: "saturday", label: t("Saturday") },
  { name: "sunday", label: t("Sunday") },
];

function standing(channel: NoticeChannel, { problems, sending }: NoticeChoices): string {
  const problem = problems[channel];
  if (problem) return noticeProblems[problem];
  return t("Agreed, between {from} and {until}", { from: sending?.from ?? "", until: sending?.until ?? "" });
}

function became({ askedAt, askedBy, notBefore, sentAt, refused }: NoticeView, zone: string): string {
  const asked = t("Asked for by {by}, {at}.", { by: askedBy, at: formatInstant(askedAt, zone) });
  if (sentAt) return `${asked} ${t("Sent {at}.", { at: formatInstant(sentAt, zone) })}`;
  if (refused) return `${asked} ${t("Not sent: {why}", { why: noticeProblems[refused] })}`;
  return `${asked} ${t("Leaves {at}.", { at: formatInstant(notBefore, zone) })}`;
}
