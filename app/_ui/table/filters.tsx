import type { Route } from "next";
import { t } from "@/lib/platform/language/translate";
import {
  type ListRules,
  type ListState,
  withoutFilter,
  withoutFilters,
  writeListState,
} from "@/lib/platform/list-state";
import { Button } from "../button";
import { Disclosure } from "../disclosure";
import { Icon } from "../icon";
import { LinkButton } from "../link-button";
import { PageLink } from "../page-link";
import { QueryForm } from "../query-form";
import { SeekForm } from "../seek-form";

export type Facet = {
  name: string;
  label: string;
  options: readonly { value: string; label: string; count?: string }[];
  /** Used less often: collapsed under "More filters" while none of it is active. */
  folded?: boolean;
};

/** A filter by a day, such as "Opened from", or by a number. */
export type DayFilter = { name: string; label: string; type?: "number" };

type ListProps = { path: string; state: ListState; rules: ListRules };

/** The filters that are on, each a link that takes it away. `facets` give the words. */
export function FilterChips({ path, state, rules, facets }: ListProps & { facets: readonly Facet[] }) {
  const on = Object.entries(state.filters).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  if (on.length === 0) return null;
  return (
    <>
      {on.map(({ name, value }) => {
        const facet = facets.find((candidate) => candidate.name === name);
        const word = facet?.options.find((option) => option.value === value)?.label ?? value;
        return (
          <span className="fchip" key={`${name}=${value}`}>
            <span>
              {facet?.label ?? t("Search")} <b>{word}</b>
            </span>
            <PageLink
              className="fchip__off"
              href={writeListState(path, withoutFilter(state, name, value), rules) as Route}
              aria-label={t("Remove filter {value}: {word}", { value: facet?.label ?? "search", word })}
            >
              <Icon name="x" />
            </PageLink>
          </span>
        );
      })}
      <PageLink href={writeListState(path, withoutFilters(state), rules) as Route}>{t("Clear all")}</PageLink>
    </>
  );
}

/** Keeps what the form itself does not ask, so that a search does not lose the filters or the order. */
function Kept({ state, rules, except }: { state: ListState; rules: ListRules; except: readonly string[] }) {
  const kept = Object.entries(state.filters).filter(([name]) => !except.includes(name));
  const ordered = state.sort.key !== rules.defaultSort.key || state.sort.dir !== rules.defaultSort.dir;
  return (
    <>
      {kept.flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" key={`${name}=${value}`} name={name} value={value} />),
      )}
      {ordered ? <input type="hidden" name="sort" value={`${state.sort.key}.${state.sort.dir}`} /> : null}
      {rules.blank ? <Blank text={rules.blank} /> : null}
    </>
  );
}

/** So that a form with nothing ticked asks for everything, not for the view of one's own. */
function Blank({ text }: { text: string }) {
  const [name, value] = text.split("=");
  return <input type="hidden" name={name} value={value} />;
}

type SearchProps = ListProps & {
  name?: string;
  label: string;
  placeholder: string;
  /** Where words may be a name: they go in a POST, and the address gets a mark in their place. */
  post?: { action: (form: FormData) => Promise<void>; typed: string };
};

/** One line that searches the list; without `post` a plain form, so the address keeps it. */
export function ListSearch({ path, state, rules, name = "q", label, placeholder, post }: SearchProps) {
  const typed = post ? post.typed : (state.filters[name]?.[0] ?? "");
  const parts = (
    <>
      <label className="vh" htmlFor={`list-${name}`}>
        {label}
      </label>
      <Icon name="search" />
      <input
        className="input"
        id={`list-${name}`}
        key={typed}
        name={name}
        type="search"
        defaultValue={typed}
        placeholder={placeholder}
        autoComplete="off"
      />
      <Kept state={state} rules={rules} except={[name]} />
    </>
  );
  if (post) {
    return (
      <SeekForm action={post.action} className="listsearch">
        {parts}
      </SeekForm>
    );
  }
  return (
    <QueryForm action={path as Route} className="listsearch">
      {parts}
    </QueryForm>
  );
}

export type PanelProps = ListProps & {
  facets: readonly Facet[];
  days?: readonly DayFilter[];
  /** The meaning of the counts, if they are incomplete. */
  note?: string;
};

/** The side panel: tick, then Apply. Works without script. */
export function FilterPanel({ path, state, rules, facets, days = [], note }: PanelProps) {
  const folded = facets.filter((facet) => facet.folded);
  const asked = [...facets, ...days].map((dayFilter) => dayFilter.name);
  const cleared = { ...state, filters: {}, cursor: undefined };
  return (
    <QueryForm action={path as Route} className="panel__body stack">
      {facets.map((facet) => (facet.folded ? null : <FacetField key={facet.name} facet={facet} state={state} />))}
      {folded.length + days.length > 0 ? (
        <Disclosure label={t("More filters")} open={[...folded, ...days].some(({ name }) => state.filters[name])}>
          {folded.map((facet) => (
            <FacetField key={facet.name} facet={facet} state={state} />
          ))}
          {days.map(({ name, label, type }) => (
            <label className="field" key={`${name}:${state.filters[name]?.[0] ?? ""}`}>
              <span>{label}</span>
              <input
                className="input"
                type={type ?? "date"}
                step={type && "any"}
                name={name}
                defaultValue={state.filters[name]?.[0]}
              />
            </label>
          ))}
        </Disclosure>
      ) : null}
      <Kept state={state} rules={rules} except={asked} />
      {note ? <p className="small muted">{note}</p> : null}
      <div className="row">
        <Button type="submit">{t("Apply")}</Button>
        <LinkButton variant="quiet" href={writeListState(path, cleared, rules) as Route}>
          {t("Clear")}
        </LinkButton>
      </div>
    </QueryForm>
  );
}

function FacetField({ facet, state }: { facet: Facet; state: ListState }) {
  const on = state.filters[facet.name];
  return (
    <fieldset className="field" key={on?.join() ?? ""}>
      <legend>{facet.label}</legend>
      {facet.options.map((option) => (
        <label className="choice choice--facet" key={option.value}>
          <input type="checkbox" name={facet.name} value={option.value} defaultChecked={on?.includes(option.value)} />
          <span>{option.label}</span>
          {option.count === undefined ? null : <span className="count">{option.count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
