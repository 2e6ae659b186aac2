import type { Route } from "next";
import { readId, readPage, withQuery } from "@/lib/platform/paging";

/** The forms of the board. One at a time is rendered: each is long, and there may be hundreds of cards. */
const forms = ["subject", "account", "tie", "untie", "link", "identifier", "add", "remove"] as const;
export type BoardForm = (typeof forms)[number];

/** The board as an address asks for it. `subject`: that one alone; `form` of `of`: the form that is rendered. */
export type BoardState = { page: number; subject?: string; form?: BoardForm; of?: string };

type Asked = Record<string, string | string[] | undefined>;

/** The parameters of a URL; unknown ones are ignored. */
export function readBoard({ page, subject, form, of }: Asked): BoardState {
  return {
    page: readPage(page),
    subject: readId(subject),
    form: forms.find((candidate) => candidate === form),
    of: readId(of),
  };
}

export function boardAddress(caseId: string, state: BoardState, place = ""): Route {
  const { page, subject, form, of } = state;
  return `${withQuery(`/cases/${caseId}/subjects`, { subject, page, form, of })}${place}` as Route;
}
