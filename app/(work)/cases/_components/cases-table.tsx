"use client";

import type { Route } from "next";
import { useMemo } from "react";
import { Chip } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { columnsOf } from "@/app/_ui/table/features";
import { type Columns, ListTable } from "@/app/_ui/table/list-table";
import { LadderMini } from "@/app/(work)/cases/[caseId]/_components/ladder/ladder-mini";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { ownColumn } from "@/lib/oversight/saved-views/rules";
import type { AnyColumn, ListColumn } from "@/lib/oversight/saved-views/types";
import { t } from "@/lib/platform/language/translate";
import type { ListRules, ListState } from "@/lib/platform/list-state";
import type { CaseLine } from "./case-line";

const column = columnsOf<CaseLine>();

const name = column.display({ id: "pseudonym", header: t("Case"), cell: ({ row }) => <Name line={row.original} /> });

const others: Record<ListColumn, Columns<CaseLine>[number]> = {
  risk: column.display({
    id: "risk",
    header: t("Risk"),
    meta: { label: t("Risk"), first: "desc" },
    cell: ({ row }) => (
      <Chip kind={row.original.risk.kind} icon={row.original.risk.kind === "overdue" ? "shield-alert" : "shield"}>
        {row.original.risk.word}
      </Chip>
    ),
  }),
  ladder: column.display({
    id: "ladder",
    header: t("Progress"),
    meta: { label: t("Ladder"), first: "desc" },
    cell: ({ row }) => <Ladder line={row.original} />,
  }),
  owner: column.display({
    id: "owner",
    header: t("Owner"),
    meta: { label: t("Owner"), nowrap: true },
    cell: ({ row }) => row.original.owner,
  }),
  activity: column.display({
    id: "activity",
    header: t("Last activity"),
    meta: { label: t("Last activity"), nowrap: true, first: "desc" },
    cell: ({ row }) => row.original.activity,
  }),
  due: column.display({
    id: "due",
    header: t("Next deadline"),
    meta: { label: t("Next deadline") },
    cell: ({ row }) => <Due line={row.original} />,
  }),
  opened: column.display({
    id: "opened",
    header: t("Opened"),
    meta: { label: t("Opened"), nowrap: true, first: "desc" },
    cell: ({ row }) => row.original.opened,
  }),
};

const ownColumnOf = (id: string, label: string) =>
  column.display({ id, header: label, meta: { label }, cell: ({ row }) => row.original.own[id] ?? "" });

/** The box belongs to the form under the table: several cases go to one person. */
const pickColumn = (form: string) =>
  column.display({
    id: "pick",
    header: () => <span className="vh">{t("Choose")}</span>,
    meta: { pick: true },
    cell: ({ row }) => (
      <input
        type="checkbox"
        name="case"
        value={row.original.id}
        form={form}
        aria-label={t("Choose {pseudonym}", { pseudonym: row.original.pseudonym })}
      />
    ),
  });

type TableProps = {
  lines: CaseLine[];
  path: string;
  state: ListState;
  rules: ListRules;
  columns: readonly AnyColumn[];
  /** What names the columns of the organisation's own fields. */
  own: readonly Pick<CustomField, "id" | "label">[];
  /** The id of the form that takes the ticked cases; undefined for people who assign none. */
  pickFor?: string;
};

export function CasesTable({ lines, path, state, rules, columns: chosen, own, pickFor }: TableProps) {
  const key = chosen.join();
  const columns = useMemo(() => {
    const labels = new Map<string, string>(own.map(({ id, label }) => [ownColumn(id), label]));
    const rest = key.split(",").flatMap((part) => {
      const label = labels.get(part);
      return label === undefined ? (others[part as ListColumn] ?? []) : [ownColumnOf(part, label)];
    });
    return column.columns([...(pickFor ? [pickColumn(pickFor)] : []), name, ...rest]) as Columns<CaseLine>;
  }, [key, own, pickFor]);
  return (
    <ListTable
      caption={t("Cases, by pseudonym")}
      columns={columns}
      rows={lines}
      path={path}
      state={state}
      rules={rules}
      layout="cases"
    />
  );
}

function Name({ line }: { line: CaseLine }) {
  return (
    <>
      <PageLink className="rowlink" href={`/cases/${line.id}` as Route}>
        {line.pseudonym}
      </PageLink>
      {line.danger ? (
        <span className="text-overdue">
          {" "}
          <Icon name="triangle-alert" label={t("In danger")} />
        </span>
      ) : null}
      {line.flags > 0 ? (
        <span className="flagged">
          {" "}
          <Icon
            name="flag"
            label={line.flags === 1 ? t("1 open flag") : t("{flags} open flags", { flags: line.flags })}
          />
          <span aria-hidden>{line.flags}</span>
        </span>
      ) : null}
      <span className="small faint nowrap">{line.under}</span>
    </>
  );
}

function Ladder({ line }: { line: CaseLine }) {
  const words = line.next ? t("{level}. Next: {next}", { level: line.level, next: line.next }) : line.level;
  return (
    <>
      {line.marks ? <LadderMini marks={line.marks} label={line.level} /> : null}
      <span className="small muted">{words}</span>
    </>
  );
}

function Due({ line }: { line: CaseLine }) {
  if (!line.due) return <span className="muted">{t("No deadline")}</span>;
  return (
    <>
      {line.due.kind === "none" ? line.due.word : <Chip kind={line.due.kind}>{line.due.word}</Chip>}
      <span className="small muted">{line.due.label}</span>
    </>
  );
}
