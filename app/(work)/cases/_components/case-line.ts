import type { ChipKind } from "@/app/_ui/chip";
import { isPastDue } from "@/lib/casework/cases/rules";
import { todayAtHome } from "@/lib/law/office/rules";
import { pairCode, riskLabels } from "@/lib/oversight/case-list/labels";
import type { CaseRow } from "@/lib/oversight/case-list/types";
import { t } from "@/lib/platform/language/translate";
import { dueWords, formatDate, formatDateNear } from "@/lib/platform/text/format";
import { type CivilDate, daysBetween } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";

/** One row as displayed: only text, so that little is transferred and nothing is computed twice. */
export type CaseLine = {
  id: string;
  pseudonym: string;
  under: string;
  danger: boolean;
  /** Open flags on it. */
  flags: number;
  risk: { word: string; kind: ChipKind };
  marks: string;
  level: string;
  next: string;
  owner: string;
  activity: string;
  opened: string;
  due: { word: string; kind: ChipKind | "none"; label: string } | null;
  /** Of fields of the organisation's own, by their column. */
  own: Record<string, string>;
};

const riskKinds = { high: "overdue", elevated: "warning", standard: "plain" } as const;

export function caseLine(row: CaseRow, now: Date, zone: string, flags = 0): CaseLine {
  const today = todayAtHome(row.pair, now);
  return {
    id: row.id,
    pseudonym: row.pseudonym,
    under: `${row.code} · ${pairCode(row.pair)}`,
    danger: row.inDanger,
    flags,
    risk: {
      word: row.riskAssessed ? riskLabels[row.risk] : t("Not assessed"),
      kind: riskKinds[row.risk],
    },
    marks: row.marks,
    level: row.closedAt ? "Closed" : `Level ${row.level} of ${row.levels}`,
    next: row.closedAt ? "" : row.nextStep,
    owner: row.ownerName,
    activity: activityWords(civilDate(row.lastActivityAt, zone), civilDate(now, zone)),
    opened: formatDate(civilDate(row.openedAt, zone)),
    due: row.nextDueOn
      ? { ...dueWord(row.nextDueOn, today, isPastDue(row, today, now)), label: row.nextDueLabel ?? "" }
      : null,
    own: {},
  };
}

function activityWords(on: CivilDate, today: CivilDate): string {
  const ago = daysBetween(on, today);
  if (ago <= 0) return "Today";
  return ago === 1 ? t("Yesterday") : formatDateNear(on, today);
}

function dueWord(dueOn: CivilDate, today: CivilDate, late: boolean): { word: string; kind: ChipKind | "none" } {
  const left = daysBetween(today, dueOn);
  if (left > 7) return { word: formatDateNear(dueOn, today), kind: "none" };
  return { word: dueWords(dueOn, today, late), kind: late ? "overdue" : "warning" };
}
