"use client";

import type { Route } from "next";
import Link from "next/link";
import { Chip } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { type ListColumn, ListTable } from "@/app/_ui/table/list-table";
import type { ListRules, ListState } from "@/app/_ui/table/url-state";
import { LadderMini } from "@/app/(work)/cases/[caseId]/_components/ladder/ladder-mini";
import type { ListColumn as ListedColumn } from "@/lib/oversight/saved-views/types";
import { t } from "@/lib/platform/language/translate";
import type { CaseLine } from "./case-line";

const others: Record<ListedColumn, ListColumn<CaseLine>> = {
  risk: {
    id: "risk",
    head: t("Risk"),
    label: t("Risk"),
    first: "desc",
    cell: ({ risk }) => (
      <Chip kind={risk.kind} icon={risk.kind === "overdue" ? "shield-alert" : "shield"}>
        {risk.word}
      </Chip>
    ),
  },
  ladder: {
    id: "ladder",
    head: t("Progress"),
    label: t("Ladder"),
    first: "desc",
    cell: (line) => <Ladder line={line} />,
  },
  owner: { id: "owner", head: t("Owner"), label: t("Owner"), nowrap: true, cell: ({ owner }) => owner },
  activity: {
    id: "activity",
    head: t("Last activity"),
    label: t("Last activity"),
    nowrap: true,
    first: "desc",
    cell: ({ activity }) => activity,
  },
  due: { id: "due", head: t("Next deadline"), label: t("Next deadline"), cell: (line) => <Due line={line} /> },
  opened: {
    id: "opened",
    head: t("Opened"),
    label: t("Opened"),
    nowrap: true,
    first: "desc",
    cell: ({ opened }) => opened,
  },
};

const name: ListColumn<CaseLine> = { id: "pseudonym", head: t("Case"), cell: (line) => <Name line={line} /> };

/** The box belongs to the form under the table: several cases go to one person. */
const pickColumn = (form: string): ListColumn<CaseLine> => ({
  id: "pick",
  head: <span className="vh">{t("Choose")}</span>,
  pick: true,
  cell: ({ id, pseudonym }) => (
    <input type="checkbox" name="case" value={id} form={form} aria-label={t("Choose {pseudonym}", { pseudonym })} />
  ),
});

type TableProps = {
  lines: CaseLine[];
  path: string;
  state: ListState;
  rules: ListRules;
  columns: readonly ListedColumn[];
  /** The id of the form that takes the ticked cases; undefined for people who assign none. */
  pickFor?: string;
};

export function CasesTable({ lines, path, state, rules, columns: chosen, pickFor }: TableProps) {
  const columns = [...(pickFor ? [pickColumn(pickFor)] : []), name, ...chosen.map((one) => others[one])];
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
      <Link className="rowlink" href={`/cases/${line.id}` as Route} prefetch={false}>
        {line.pseudonym}
      </Link>
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
