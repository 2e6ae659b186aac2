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
import { pageOf, readId, readPage, withQuery } from "@/lib/platform/paging";
import { ReviewThread } from "./_components/review-thread";
import { writeReviewAction } from "./actions";

export const metadata: Metadata = { title: "Review notes" };

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
  const writes = may(ctx.actor.role, "case.review");
  return (
    <>
      <PageHead title="Review notes" level={2}>
        What a supervisor saw when they looked this case through, and what was answered. It stays inside.
      </PageHead>
      {writes && !header.closedAt ? <WriteForm caseId={caseId} /> : null}
      {reviews.length === 0 ? (
        <Panel label="Review notes" padded={false}>
          <EmptyState icon="clipboard-check" title="Not reviewed yet">
            A supervisor writes a note here after looking the case through, also when all is well.
          </EmptyState>
        </Panel>
      ) : null}
      {list.rows.map((review) => (
        <ReviewThread key={review.id} review={review} supervises={writes} />
      ))}
      <NumberedPager
        list={list}
        of="review notes, newest first"
        at={(page) => withQuery(`/cases/${caseId}/reviews`, { page }) as Route}
      />
    </>
  );
}

function WriteForm({ caseId }: { caseId: string }) {
  return (
    <Panel id="write" title="Write a review note">
      <ActionForm action={writeReviewAction} label="Write a review note">
        <input type="hidden" name="caseId" value={caseId} />
        <TextArea name="note" label="Note" hint="For the people of this case. It cannot be changed later." rows={3} />
        <Checkbox name="wantsAnswer" label="Wants an answer" hint="It stays on the caseworker’s My work until then." />
        <SubmitFoot icon="clipboard-check" pendingText="Saving the note">
          Save the review note
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}
