import { Radios, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { OwnTime } from "@/app/_ui/own-time";
import { Panel } from "@/app/_ui/panel";
import { Question } from "@/app/_ui/question";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { reasonHints, reasonLabels } from "@/lib/handover/handovers/labels";
import { isReadable, type PartChoice } from "@/lib/handover/handovers/rules";
import { type HandoverView, type QuestionView, questionReasons } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";
import { askAction } from "../actions";

type Props = { packet: HandoverView; parts: readonly PartChoice[] };

/** The officer's questions with their answers, and the form for the next question while the packet may be used. */
export function AskPanel({ packet, parts }: Props) {
  const open = packet.questions.filter((question) => !question.answer).length;
  return (
    <Panel
      id="ask"
      title={t("3. Ask for what is missing")}
      end={open > 0 ? <span className="muted">{t("{open} open", { open })}</span> : null}
    >
      {packet.questions.map((question) => (
        <Question
          key={question.id}
          id={`question-${question.id}`}
          title={reasonLabels[question.reason]}
          state={question.answer ? "answered" : "open"}
          about={question.part ? t("About: {part}", { part: question.part }) : null}
          at={question.askedAt.toISOString()}
          when={rich("You asked on {ownTime}", { ownTime: <OwnTime at={question.askedAt} zone={packet.zone} /> })}
          words={question.words}
        >
          {question.answer ? <Answered answer={question.answer} packet={packet} /> : null}
        </Question>
      ))}
      {isReadable(packet) ? (
        <Disclosure label={t("Ask a question")}>
          <AskForm packet={packet} parts={parts} />
        </Disclosure>
      ) : null}
    </Panel>
  );
}

type AnsweredProps = { answer: NonNullable<QuestionView["answer"]>; packet: HandoverView };

function Answered({ answer, packet: { orgName, zone } }: AnsweredProps) {
  const { words, at, corrected } = answer;
  return (
    <div className="question__answer">
      <p className="small">
        <span className="strong">{t("Answer of {orgName}", { orgName })}</span>
        {corrected?.version && corrected.handoverId
          ? rich(", answered in <link>version {version}</link>", {
              version: corrected.version,
              link: (words) => <a href={`/portal/${corrected.handoverId}`}>{words}</a>,
            })
          : null}
      </p>
      <p className="event__words">{words}</p>
      {corrected && !corrected.handoverId ? (
        <p className="small muted">
          {t("A later version corrects it. It appears in your inbox once it is handed to you.")}
        </p>
      ) : null}
      <time className="zones" dateTime={at.toISOString()}>
        <OwnTime at={at} zone={zone} />
      </time>
    </div>
  );
}

function AskForm({ packet, parts }: Props) {
  const reasons = questionReasons.map((value) => ({ value, label: reasonLabels[value], hint: reasonHints[value] }));
  return (
    <ActionForm action={askAction} label={t("Ask about the packet")}>
      <input type="hidden" name="handoverId" value={packet.handoverId} />
      <p>
        {t("Something is wrong or missing? {orgName} answers here, and corrects it in the next version.", {
          orgName: packet.orgName,
        })}
      </p>
      <div className="twocolumns">
        <Radios name="reason" label={t("What stops you?")} options={reasons} />
      </div>
      <Select name="part" label={t("Which part of it")} options={parts} blank={t("All of it")} optional />
      <TextArea
        name="words"
        label={t("Your question")}
        hint={t("Say what you need to act. At most 2,000 characters.")}
        rows={4}
        maxLength={2000}
      />
      <SubmitFoot variant="secondary" icon="circle-help" pendingText={t("Sending the question")}>
        {t("Ask")}
      </SubmitFoot>
    </ActionForm>
  );
}
