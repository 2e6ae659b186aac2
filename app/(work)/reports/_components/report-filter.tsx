import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/choice";
import { DateField } from "@/app/_ui/field";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import { QueryForm } from "@/app/_ui/query-form";
import { pairWords } from "@/lib/oversight/case-list/labels";
import { periodLabels } from "@/lib/oversight/reports/labels";
import { type Owner, periodKeys } from "@/lib/oversight/reports/types";
import { t } from "@/lib/platform/language/translate";
import type { Asked } from "../asked";

type Props = { asked: Asked; owners: readonly Owner[]; pairs: readonly string[] };

/** A plain form that asks the address, so it works without script and the answer can be kept as a link. */
export function ReportFilter({ asked: { typed, errors }, owners, pairs }: Props) {
  return (
    <Panel label={t("Filter")}>
      <QueryForm action="/reports" className="stack">
        <div className="cols cols--2">
          <Select
            name="period"
            label={t("Period")}
            options={periodKeys.map((value) => ({ value, label: periodLabels[value] }))}
            defaultValue={typed.period}
            error={errors.period}
          />
          <div className="row">
            <DateField
              key={`from ${typed.from}`}
              name="from"
              label={t("From")}
              defaultValue={typed.from}
              error={errors.from}
              optional
            />
            <DateField
              key={`to ${typed.to}`}
              name="to"
              label={t("To")}
              defaultValue={typed.to}
              error={errors.to}
              optional
            />
          </div>
          <Select
            name="member"
            label={t("Caseworker")}
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
            blank={t("Everybody")}
            defaultValue={typed.member}
            error={errors.member}
          />
          <Select
            name="pair"
            label={t("Countries")}
            options={pairs.map((value) => ({ value, label: pairWords(value) }))}
            blank={t("All pairs")}
            defaultValue={typed.pair}
            error={errors.pair}
          />
        </div>
        <p className="small muted">
          {t("The two dates apply when the period is “{custom}”. Both days are included.", {
            custom: periodLabels.custom,
          })}
        </p>
        <div className="row">
          <Button type="submit" variant="primary">
            {t("Show")}
          </Button>
          <LinkButton variant="quiet" href="/reports">
            {t("Clear")}
          </LinkButton>
        </div>
      </QueryForm>
    </Panel>
  );
}
