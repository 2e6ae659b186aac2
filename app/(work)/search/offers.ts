import "server-only";
import { fits, type PaletteLine, toSearch } from "@/app/_shell/palette-rules";
import { caseActions } from "@/app/(work)/cases/case-actions";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import { listStaff } from "@/lib/organisation/members/queries";
import { findNewNumbers } from "@/lib/oversight/search/find-new-numbers";
import { findOfficers } from "@/lib/oversight/search/find-officers";
import { listActCases } from "@/lib/oversight/search/list-act-cases";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

const mostOffered = 8;
const mostOfAnAct = 5;

/** New official numbers in what was typed, to be recorded on each case that waits for one, or on another. */
export async function numberLines(ctx: Ctx, text: string, isFound: boolean): Promise<PaletteLine[]> {
  const read = may(ctx.actor, "case.write") ? await findNewNumbers(ctx, text, isFound) : null;
  if (!read) return [];
  const [first, ...more] = read.numbers;
  const number = more.length > 0 || !first ? plural(read.numbers.length, "number") : first.display;
  const another =
    read.guesses.length > 0
      ? t("Record {number} on another case", { number })
      : t("Record {number} on a case", { number });
  return [
    ...read.guesses.map(({ caseId, code, pseudonym, why }) => ({
      label: t("Record {number} on {pseudonym}", { number, pseudonym }),
      href: toSearch,
      note: `${code}. ${why}`,
      caseId,
    })),
    { label: another, href: toSearch, note: "" },
  ];
}

/** Acts on one's own open cases: "upload evidence", or with a name "refusal sandpiper". A name alone offers none. */
export async function offerOnCases(ctx: Ctx, text: string): Promise<PaletteLine[]> {
  if (text.trim().length < 3 || !may(ctx.actor, "case.write")) return [];
  const offered = (await listActCases(ctx)).flatMap((actCase) =>
    caseActions({ ...actCase, closedAt: null, mayBeRefused: true }, ctx.actor, { restricted: false }).flatMap(
      ({ label, words, href }) => {
        const named = `${actCase.pseudonym} ${actCase.code}`;
        if (!fits(`${label} ${words} ${named}`, text) || fits(named, text)) return [];
        return [
          { act: label, line: { label: `${label}: ${actCase.pseudonym}`, href: href as string, note: actCase.code } },
        ];
      },
    ),
  );
  const acts = [...new Set(offered.map(({ act }) => act))];
  const byAct = acts.flatMap((act) => offered.filter((offer) => offer.act === act).slice(0, mostOfAnAct));
  return byAct.slice(0, mostOffered).map(({ line }) => line);
}

/** Colleagues whose work this person may view, and officers; no clients. */
export async function offerPeople(ctx: Ctx, text: string): Promise<PaletteLine[]> {
  if (text.trim().length < 2) return [];
  const { role } = ctx.actor;
  const staff = may({ role }, "team.read") ? (await listStaff(ctx)).filter(({ name }) => fits(name, text)) : [];
  const officers = may({ role }, "directory.read") ? await findOfficers(ctx, text) : [];
  return [
    ...staff.map(({ id, name }) => ({ label: name, href: `/team/${id}`, note: t("Team") })),
    ...officers.map(({ id, name, agency }) => ({ label: name, href: `/officers#officer-${id}`, note: agency })),
  ].slice(0, mostOffered);
}
