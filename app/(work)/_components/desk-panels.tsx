import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { type Item, Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import type { FlagItem } from "@/lib/casework/flags/types";
import { turnLabels } from "@/lib/casework/reviews/labels";
import type { ReviewItem } from "@/lib/casework/reviews/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";

/** `empty` says that there is none; without it the panel is not rendered then. */
export function FlagsPanel({ flags, empty }: { flags: readonly FlagItem[]; empty?: string }) {
  if (flags.length === 0 && !empty) return null;
  return (
    <Panel id="flags" title={t("Flags")} padded={false}>
      {flags.length === 0 ? (
        <EmptyState icon="flag" title={t("No flags")}>
          {empty}
        </EmptyState>
      ) : (
        <Items items={flags.map(flagLine)} />
      )}
    </Panel>
  );
}

type ReviewsProps = { reviews: readonly ReviewItem[]; zone: string; empty?: string };

/** `empty` says that there is none; without it the panel is not rendered then. */
export function ReviewsPanel({ reviews, zone, empty }: ReviewsProps) {
  if (reviews.length === 0 && !empty) return null;
  return (
    <Panel id="reviews" title={t("Review notes")} padded={false}>
      {reviews.length === 0 ? (
        <EmptyState icon="clipboard-check" title={t("No review notes")}>
          {empty}
        </EmptyState>
      ) : (
        <Items items={reviews.map((review) => reviewLine(review, zone))} />
      )}
    </Panel>
  );
}

export const flagLine = (flag: FlagItem): Item => ({
  key: flag.id,
  href: `/cases/${flag.caseId}/flags?show=${flag.id}#flag-${flag.id}` as Route,
  title: flag.message,
  why: t("{pseudonym}, {code}. Raised by {raisedBy}.", {
    pseudonym: flag.pseudonym,
    code: flag.code,
    raisedBy: flag.raisedBy,
  }),
  side: (
    <Chip kind="warning" icon="flag">
      {flag.lookOn ? t("Flag, {day}", { day: formatDate(flag.lookOn) }) : t("Flag")}
    </Chip>
  ),
});

export const reviewLine = (review: ReviewItem, zone: string): Item => ({
  key: review.id,
  href: `/cases/${review.caseId}/reviews?show=${review.id}#review-${review.id}` as Route,
  title: review.note,
  why: `${review.pseudonym}, ${review.code}. ${review.by}, ${formatInstant(review.at, zone)}.`,
  side: (
    <Chip kind={review.turn === "owner" ? "info" : "waiting"} icon="clipboard-check">
      {sideWords(review)}
    </Chip>
  ),
});

function sideWords({ turn, wantsAnswer }: ReviewItem): string {
  if (turn === "reviewer") return turnLabels.reviewer;
  return wantsAnswer ? t("Answer it") : t("To read");
}
