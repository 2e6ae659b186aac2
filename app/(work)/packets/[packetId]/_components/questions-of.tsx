import type { Route } from "next";
import { Select } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Question } from "@/app/_ui/question";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { reasonLabels } from "@/lib/handover/handovers/labels";
import { correctionOf } from "@/lib/handover/handovers/rules";
import type { DeliveryView, LaterVersion, QuestionView } from "@/lib/handover/handovers/types";
import { statusLabels } from "@/lib/packets/packets/labels";
import type { PacketView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBothZones } from "@/lib/platform/text/format";
import { answerQuestionAction } from "../actions";

type Props = { delivery: DeliveryView; packet: PacketView; later: readonly LaterVersion[] };

/** This officer's questions, each with what corrects it and where, and the form to answer. */
export function QuestionsOf({ delivery, packet, later }: Props) {
  const when = (instant: Date) => formatBothZones(instant, packet.zone, packet.zoneThere);
  return delivery.questions.map((question) => (
    <Question
      key={question.id}
      id={`question-${question.id}`}
      title={reasonLabels[question.reason]}
      state={question.answer ? "answered" : "open"}
      about={[
        t("Asked by {rank} {liaisonName}", { rank: delivery.rank, liaisonName: delivery.liaisonName }),
        question.part,
      ]
        .filter(Boolean)
        .join(". About: ")}
      at={question.askedAt.toISOString()}
      when={when(question.askedAt)}
      words={question.words}
    >
      {question.answer ? (
        <Answered answer={question.answer} when={when} />
      ) : (
        <>
          <CorrectionHint question={question} packet={packet} />
          <AnswerForm question={question} later={later} />
        </>
      )}
    </Question>
  ));
}

function CorrectionHint({ question, packet }: { question: QuestionView; packet: PacketView }) {
  const { what, href, words } = correctionOf(question, {
    packetId: packet.id,
    caseId: packet.caseId,
    kind: packet.kind,
  });
  return (
    <p>
      <span className="strong">{t("To correct it:")}</span> {what} <PageLink href={href as Route}>{words}</PageLink>
    </p>
  );
}

type AnsweredProps = { answer: NonNullable<QuestionView["answer"]>; when: (instant: Date) => string };

function Answered({ answer: { words, at, by, corrected }, when }: AnsweredProps) {
  const link = (version: number) => (
    <PageLink href={`/packets/${corrected?.packetId}` as Route}>{t("version {version}", { version })}</PageLink>
  );
  return (
    <div className="question__answer">
      <p className="small">
        <span className="strong">{t("Answered by {by}", { by })}</span>
        {corrected?.version ? (
          <>
            {". "}
            {corrected.handoverId
              ? rich("Corrected in {version}", { version: link(corrected.version) })
              : rich("To be corrected in {version}, which this officer does not have yet", {
                  version: link(corrected.version),
                })}
          </>
        ) : null}
      </p>
      <p className="event__words">{words}</p>
      <time className="zones" dateTime={at.toISOString()}>
        {when(at)}
      </time>
    </div>
  );
}

function AnswerForm({ question, later }: { question: QuestionView; later: readonly LaterVersion[] }) {
  const options = later.map(({ id, version, status }) => ({
    value: id,
    label: t("Version {version}, {value}", { version, value: statusLabels[status].toLowerCase() }),
  }));
  return (
    <ActionForm action={answerQuestionAction} label={t("Answer the officer")}>
      <input type="hidden" name="questionId" value={question.id} />
      <TextArea
        name="answer"
        label={t("Answer")}
        hint={t("The officer reads it in the portal. No name and no address of the client.")}
        rows={3}
        maxLength={2000}
      />
      {options.length > 0 ? (
        <Select
          name="mendedBy"
          label={t("Which version corrects it")}
          hint={t("The officer gets a link to it once it is handed to them.")}
          options={options}
          blank={t("None")}
          optional
        />
      ) : null}
      <SubmitFoot icon="send" pendingText={t("Sending the answer")}>
        {t("Answer")}
      </SubmitFoot>
    </ActionForm>
  );
}
