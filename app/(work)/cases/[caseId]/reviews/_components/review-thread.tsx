import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { Timeline } from "@/app/_ui/timeline";
import { turnLabels } from "@/lib/casework/reviews/labels";
import type { ReviewView } from "@/lib/casework/reviews/types";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { closeReviewAction, replyToReviewAction } from "../actions";

type ThreadProps = { review: ReviewView; supervises: boolean };

/** One note, its replies, and what this person can do next. */
export function ReviewThread({ review, supervises }: ThreadProps) {
  const { id, writtenBy, writtenAt, turn, wantsAnswer } = review;
  const first = {
    key: id,
    icon: "clipboard-check" as const,
    title: t("{writtenBy} noted", { writtenBy }),
    words: review.note,
  };
  const replies = review.replies.map((reply) => ({
    key: reply.id,
    icon: "message-square" as const,
    title: t("{by} answered", { by: reply.by }),
    words: reply.words,
    at: reply.at,
  }));
  const end = review.closedAt
    ? [
        {
          key: "closed",
          icon: "check" as const,
          title: t("Closed by {value}", { value: review.closedBy ?? "" }),
          words: "",
          at: review.closedAt,
        },
      ]
    : [];
  return (
    <Panel
      id={`review-${id}`}
      title={t("Note of {writtenAt}", { writtenAt: formatInstant(writtenAt, officeZone()) })}
      end={<Chip kind={turn === "owner" ? "info" : turn ? "waiting" : "done"}>{turnLabels[turn ?? "closed"]}</Chip>}
    >
      <Timeline
        events={[{ ...first, at: writtenAt }, ...replies, ...end].map(({ key, icon, title, words, at }) => ({
          key,
          icon,
          title,
          at: at.toISOString(),
          when: formatInstant(at, officeZone()),
          detail: words ? <span className="event__words">{words}</span> : null,
        }))}
      />
      {turn ? <Acts review={review} supervises={supervises} /> : null}
      {turn && !supervises && wantsAnswer ? (
        <p className="muted">{t("A supervisor closes it after your answer.")}</p>
      ) : null}
    </Panel>
  );
}

function Acts({ review, supervises }: ThreadProps) {
  const mayClose = supervises || !review.wantsAnswer;
  return (
    <>
      <Disclosure
        label={supervises ? t("Answer or ask again") : t("Answer")}
        open={review.turn === "owner" && !supervises}
      >
        <ActionForm action={replyToReviewAction} label={t("Answer the note")}>
          <input type="hidden" name="reviewId" value={review.id} />
          <TextArea name="words" label={t("Answer")} rows={3} />
          <SubmitFoot variant="secondary" icon="message-square" pendingText={t("Saving the answer")}>
            {t("Save the answer")}
          </SubmitFoot>
        </ActionForm>
      </Disclosure>
      {mayClose ? (
        <ActionForm action={closeReviewAction} label={t("Close the note")} guard={false}>
          <input type="hidden" name="reviewId" value={review.id} />
          <SubmitFoot variant="secondary" icon="check" pendingText={t("Closing the note")}>
            {supervises ? t("Close the note") : t("Mark as read")}
          </SubmitFoot>
        </ActionForm>
      ) : null}
    </>
  );
}
