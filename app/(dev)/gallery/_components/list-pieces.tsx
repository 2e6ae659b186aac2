"use client";

import { Button } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { Clocks, Items, Tallies } from "@/app/_ui/items";
import { NumberedPager, Pager } from "@/app/_ui/pager";
import { PickAll, PickBar } from "@/app/_ui/pick-bar";
import { QueryForm } from "@/app/_ui/query-form";
import { Question } from "@/app/_ui/question";
import { SeekForm } from "@/app/_ui/seek-form";
import { DataTable } from "@/app/_ui/table/data-table";
import { columnsOf } from "@/app/_ui/table/features";
import { FilterSide } from "@/app/_ui/table/filter-side";
import { type Facet, FilterChips, ListSearch } from "@/app/_ui/table/filters";
import { ListTable } from "@/app/_ui/table/list-table";
import { Tabs } from "@/app/_ui/tabs";
import { FoldedTimeline, Timeline, type TimelineEvent } from "@/app/_ui/timeline";
import type { ListRules, ListState } from "@/lib/platform/list-state";
import { Piece, State } from "./piece";

type Row = { id: string; code: string; step: string; days: number };

const rows: Row[] = [
  { id: "1", code: "KE-12", step: "Detective follow-up", days: 4 },
  { id: "2", code: "KE-13", step: "Preservation request", days: 21 },
];
const column = columnsOf<Row>();
const columns = column.columns([
  column.accessor("code", { header: "Case" }),
  column.accessor("step", { header: "Next step", meta: { label: "Next step" } }),
  column.accessor("days", { header: "Days", meta: { label: "Days", align: "end", first: "desc" } }),
]);

const path = "/law";
const rules: ListRules = {
  sorts: ["code", "days"],
  defaultSort: { key: "code", dir: "asc" },
  filters: { state: ["open", "closed"], country: ["ZA", "US"], q: "text", from: "date" },
};
const state: ListState = { sort: { key: "days", dir: "desc" }, filters: { state: ["open"] }, cursor: undefined };
const facets: Facet[] = [
  {
    name: "state",
    label: "State",
    options: [
      { value: "open", label: "Open", count: "12" },
      { value: "closed", label: "Closed", count: "3" },
    ],
  },
  {
    name: "country",
    label: "Country",
    folded: true,
    options: [
      { value: "ZA", label: "South Africa" },
      { value: "US", label: "United States" },
    ],
  },
];

const events: TimelineEvent[] = ["Sent to the station", "Number received", "Statement signed"].map((title, at) => ({
  key: title,
  icon: "send",
  title,
  detail: at === 0 ? "By hand, with a receipt." : undefined,
  at: "2026-10-13T08:06:00Z",
  when: "13 Oct 2026, 10:06 SAST, 04:06 Ohio",
}));

const papers = [
  { name: "Sworn statement", pages: 4 },
  { name: "Letter to the station commander", pages: 1 },
];

/** Lists: tables, lists, timelines. */
export function ListPieces() {
  return (
    <>
      <Piece file="items">
        <Tallies
          items={[
            { name: "Overdue", count: 4, note: "the oldest 9 days", href: "/", icon: "circle-alert", kind: "overdue" },
            { name: "Waiting", count: 12, href: "/", icon: "hourglass", kind: "waiting" },
            { name: "For approval", count: 1, href: "/", icon: "stamp", kind: "accent" },
            { name: "Cases", count: 31, href: "/", icon: "folder" },
          ]}
        />
        <Items
          items={[
            {
              key: "1",
              href: "/",
              title: "Ask for the CAS number",
              why: "KE-12, statement given 9 days ago",
              side: <Chip kind="overdue">4 days overdue</Chip>,
            },
            { key: "2", href: "/", title: "Answer an officer", why: "KE-13" },
          ]}
        />
        <Clocks
          items={[{ key: "1", name: "Data may be gone", when: <Chip kind="warning">in 6 days</Chip>, why: "90 days" }]}
        />
      </Piece>
      <Piece file="pick-bar">
        <PickAll form="gallery-picks" />
        <label>
          <input type="checkbox" form="gallery-picks" name="n" value="1" /> A row
        </label>
        <PickBar form="gallery-picks" action="/" label="Ticked rows">
          <Button type="submit">Act on them</Button>
        </PickBar>
      </Piece>
      <Piece file="table/data-table">
        <DataTable
          caption="Documents"
          rows={papers}
          keyOf={(paper) => paper.name}
          columns={[
            { head: "Paper", cell: (paper) => paper.name },
            { head: "Pages", num: true, cell: (paper) => paper.pages },
          ]}
        />
      </Piece>
      <Piece file="table/list-table">
        <ListTable caption="Cases" columns={columns} rows={rows} path={path} state={state} rules={rules} />
      </Piece>
      <Piece file="table/filters">
        <ListSearch path={path} state={state} rules={rules} label="Search the law" placeholder="Search" />
        <div className="row">
          <FilterChips path={path} state={state} rules={rules} facets={facets} />
        </div>
      </Piece>
      <Piece file="table/filter-side">
        <FilterSide
          path={path}
          state={state}
          rules={rules}
          facets={facets}
          days={[{ name: "from", label: "Opened from" }]}
          note="Counts are of the open cases."
        />
      </Piece>
      <Piece file="query-form">
        <QueryForm action="/law">
          <Button type="submit">Ask the address</Button>
        </QueryForm>
      </Piece>
      <Piece file="seek-form">
        <State name="no answer comes: it says so">
          <SeekForm action={() => Promise.reject(new TypeError("Failed to fetch"))} aria-label="Seek">
            <div className="row">
              <input className="input input--short" name="q" aria-label="Seek a number" />
              <Button type="submit">Seek</Button>
            </div>
          </SeekForm>
        </State>
      </Piece>
      <Piece file="pager">
        <Pager previous={undefined} next="/">
          1 to 25 of 1,000+, soonest deadline first
        </Pager>
        <NumberedPager list={{ page: 3, total: 240 }} of="incidents, oldest first" at={() => "/"} />
      </Piece>
      <Piece file="tabs">
        <Tabs
          label="Views"
          items={[
            { href: "/cases", label: "Open", count: 12, current: true, icon: "folder" },
            { href: "/packets", label: "Closed", count: 3 },
            { href: "/", label: "All" },
          ]}
        />
      </Piece>
      <Piece file="timeline">
        <Timeline events={events.slice(0, 2)} />
        <FoldedTimeline events={events} first={1} more="earlier event" />
      </Piece>
      <Piece file="question">
        <Question
          id="open-question"
          title="Q1"
          state="open"
          about="Sergeant Fictional, about exhibit E3"
          at="2026-10-13T08:06:00Z"
          when="13 Oct 2026, 10:06 SAST"
          words="Which of the two accounts wrote this?"
        />
        <Question
          id="answered-question"
          title="Q2"
          state="answered"
          about=""
          at="2026-10-13T08:06:00Z"
          when="13 Oct 2026, 10:06 SAST"
          words="Is there a second phone?"
        >
          <p>No.</p>
        </Question>
      </Piece>
    </>
  );
}
