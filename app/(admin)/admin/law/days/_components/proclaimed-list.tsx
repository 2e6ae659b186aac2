import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ProclaimedDayView } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { withdrawDayAction } from "../../actions";

type ProclaimedListProps = { days: readonly ProclaimedDayView[]; names: Record<string, string> };

/** Days that an administrator added. One taken back stays in sight. */
export function ProclaimedList({ days, names }: ProclaimedListProps) {
  if (days.length === 0) {
    return (
      <EmptyState icon="calendar-days" title={t("No proclaimed days")}>
        {t(
          "Elections and days of mourning are proclaimed one by one. Add one when it is in the Gazette, so that court days are counted right.",
        )}
      </EmptyState>
    );
  }
  return (
    <div className="items">
      {days.map((day) => (
        <div className="item" key={day.id}>
          <span className="item__title">
            {formatDate(day.day)}, {day.name}
          </span>
          <span className="item__why">
            {t("{value}. {source}. Added by {by}.", {
              value: names[day.calendar] ?? day.calendar,
              source: day.source,
              by: day.by,
            })}
          </span>
          <span className="item__side">
            {day.withdrawn ? (
              <Chip icon="undo-2">{t("Taken back")}</Chip>
            ) : (
              <ActionForm
                action={withdrawDayAction}
                label={t("Take back {day}", { day: formatDate(day.day) })}
                guard={false}
              >
                <input type="hidden" name="dayId" value={day.id} />
                <SubmitButton variant="quiet" pendingText={t("Taking back")}>
                  {t("Take back")}
                </SubmitButton>
              </ActionForm>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
