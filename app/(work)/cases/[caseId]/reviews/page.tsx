import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Checkbox } from "@/app/_ui/choice";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listCaseReviews } from "@/lib/casework/reviews/queries";
import { reading } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { pageOf, readId, readPage, withQuery } from "@/lib/platform/paging";
import { ReviewThread } from "./_components/review-thread";
import { writeReviewAction } from "./actions";

export const metadata: Metadata = { title: t("Review notes") };

export default async function ReviewsPage({ params, searchParams }: PageProps<"/cases/[caseId]/reviews">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const asked = await searchParams;
  const { header } = await orNotFound(readCaseTop(ctx, caseId));
  const { reviews } = await orNotFound(
    reading(ctx, async (scoped) => ({
      reviews: await listCaseReviews(scoped, caseId),
    })),
  );
  const shown = readId(asked.show);
  const list = pageOf(reviews, readPage(asked.page), { holds: (review) => review.id === shown });
  const writes = may(ctx.actor, "case.review");
  return (
    <>
      <PageHead title={t("Review notes")} level={2}>
        {t("What a supervisor saw when they looked this case through, and what was answered. It stays inside.")}
      </PageHead>
      {writes && !header.closedAt ? <WriteForm caseId={caseId} /> : null}
      {reviews.length === 0 ? (
        <Panel label={t("Review notes")} padded={false}>
          <EmptyState icon="clipboard-check" title={t("Not reviewed yet")}>
            {t("A supervisor writes a note here after looking the case through, also when all is well.")}
          </EmptyState>
        </Panel>
      ) : null}
      {list.rows.map((review) => (
        <ReviewThread key={review.id} review={review} supervises={writes} />
      ))}
      <NumberedPager
        list={list}
        of={t("review notes, newest first")}
        at={(page) => withQuery(`/cases/${caseId}/reviews`, { page }) as Route}
      />
    </>
  );
}

function WriteForm({ caseId }: { caseId: string }) {
  return (
    <Panel id="write" title={t("Write a review note")}>
      <ActionForm action={writeReviewAction} label={t("Write a review note")}>
        <input type="hidden" name="caseId" value={caseId} />
        <TextArea
          name="note"
          label={t("Note")}
          hint={t("For the people of this case. It cannot be changed later.")}
          rows={3}
        />
        <Checkbox
          name="wantsAnswer"
          label={t("Wants an answer")}
          hint={t("It stays on the caseworker’s My work until then.")}
        />
        <SubmitFoot icon="clipboard-check" pendingText={t("Saving the note")}>
          {t("Save the review note")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}
