import Form from "next/form";
import { Button, LinkButton } from "@/app/_ui/button";
import { Select } from "@/app/_ui/choice";
import { DateField } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import { pairWords } from "@/lib/oversight/case-list/labels";
import { periodLabels } from "@/lib/oversight/reports/labels";
import { type Owner, periodKeys } from "@/lib/oversight/reports/types";
import type { Asked } from "../asked";

type Props = { asked: Asked; owners: readonly Owner[]; pairs: readonly string[] };

/** A plain form that asks the address, so it works without script and the answer can be kept as a link. */
export function ReportFilter({ asked: { typed, errors }, owners, pairs }: Props) {
  return (
    <Panel label="Filter">
      <Form prefetch={false} action="/reports" className="stack">
        <div className="cols cols--2">
          <Select
            name="period"
            label="Period"
            options={periodKeys.map((value) => ({ value, label: periodLabels[value] }))}
            defaultValue={typed.period}
            error={errors.period}
          />
          <div className="row">
            <DateField
              key={`from ${typed.from}`}
              name="from"
              label="From"
              defaultValue={typed.from}
              error={errors.from}
              optional
            />
            <DateField key={`to ${typed.to}`} name="to" label="To" defaultValue={typed.to} error={errors.to} optional />
          </div>
          <Select
            name="member"
            label="Caseworker"
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
            blank="Everybody"
            defaultValue={typed.member}
            error={errors.member}
          />
          <Select
            name="pair"
            label="Countries"
            options={pairs.map((value) => ({ value, label: pairWords(value) }))}
            blank="All pairs"
            defaultValue={typed.pair}
            error={errors.pair}
          />
        </div>
        <p className="small muted">
          The two days count when the period is “{periodLabels.custom}”. Both are counted in.
        </p>
        <div className="row">
          <Button type="submit" variant="primary">
            Show
          </Button>
          <LinkButton variant="quiet" href="/reports">
            Clear
          </LinkButton>
        </div>
      </Form>
    </Panel>
  );
}
