import type { Route } from "next";
import { classes } from "@/app/_ui/classes";
import { PageLink } from "@/app/_ui/page-link";

export type WorklistLine = { key: string; label: string; count: number };

type Props = { caseId: string; lines: readonly WorklistLine[]; picked: string | undefined; shown: number; of: number };

/** What is still to be put right, as filters; pressing the picked one again takes it off. */
export function Worklist({ caseId, lines, picked, shown, of }: Props) {
  const base = `/cases/${caseId}/evidence` as Route;
  return (
    <nav className="filters" aria-label="To put right">
      <span className="strong">To put right</span>
      {lines.map(({ key, label, count }) => (
        <PageLink
          key={key}
          className={classes("fchip", "fchip--link", key !== picked && "fchip--off")}
          href={key === picked ? base : (`${base}?needs=${key}` as Route)}
          aria-current={key === picked ? "true" : undefined}
        >
          {label} <b>{count}</b>
        </PageLink>
      ))}
      {lines.length === 0 ? <span className="muted">Nothing</span> : null}
      <span className="muted filters__end">
        {shown} of {of} shown, newest first
      </span>
    </nav>
  );
}
