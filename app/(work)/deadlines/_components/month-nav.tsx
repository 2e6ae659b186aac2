import { LinkButton } from "@/app/_ui/link-button";
import { monthLabel } from "@/lib/escalation/reminders/labels";
import { monthOn } from "@/lib/escalation/reminders/rules";
import { t } from "@/lib/platform/language/translate";
import { type Asked, hrefOf } from "../asked";

type Props = { month: string; thisMonth: string; asked: Asked };

/** Another month is another address. */
export function MonthNav({ month, thisMonth, asked }: Props) {
  const before = monthOn(month, -1);
  const after = monthOn(month, 1);
  const to = (value: string) => hrefOf({ ...asked, month: value });
  return (
    <nav className="row" aria-label={t("Month")}>
      <LinkButton iconOnly icon="chevron-left" href={to(before)} aria-label={monthLabel(before)} />
      <h2 className="month__name">{monthLabel(month)}</h2>
      <LinkButton iconOnly icon="chevron-right" href={to(after)} aria-label={monthLabel(after)} />
      {month === thisMonth ? null : (
        <LinkButton variant="quiet" href={to(thisMonth)}>
          {t("Today")}
        </LinkButton>
      )}
    </nav>
  );
}
