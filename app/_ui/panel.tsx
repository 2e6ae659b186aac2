import type { ReactNode, Ref } from "react";
import { classes } from "./classes";
import { HowDoI } from "./how-do-i";

type PanelProps = {
  title?: ReactNode;
  /** Shown at the right of the title: a count, a link. */
  end?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
  /** Off for lists and tables that touch the edges. */
  padded?: boolean;
  id?: string;
  className?: string;
  /** Names a panel without a title. */
  label?: string;
  /** Of a panel that takes focus when it appears. */
  ref?: Ref<HTMLElement>;
};

/** A white sheet with a title of level 2. Give `id` when a link leads to it. */
export function Panel({ title, end, foot, children, padded = true, id, className, label, ref }: PanelProps) {
  const headingId = id && title ? `${id}-title` : undefined;
  return (
    <section
      className={classes("panel", className)}
      id={id}
      aria-labelledby={headingId}
      aria-label={label}
      ref={ref}
      tabIndex={ref ? -1 : undefined}
    >
      {title ? (
        <div className="panel__head">
          <h2 id={headingId}>{title}</h2>
          {end}
        </div>
      ) : null}
      {padded ? <div className="panel__body stack">{children}</div> : children}
      {foot ? <div className="panel__foot">{foot}</div> : null}
    </section>
  );
}

type RecordProps = {
  /** Names it to a screen reader. */
  label: string;
  title?: ReactNode;
  /** Shown at the right of the title: the state of the record. */
  end?: ReactNode;
  children: ReactNode;
  id?: string;
  className?: string;
};

/** One record of several inside an unpadded panel: its name, its state, and what can be done with it. */
export function RecordPanel({ label, title, end, children, id, className }: RecordProps) {
  return (
    <section className={classes("panel__body stack", className)} id={id} aria-label={label}>
      {end ? (
        <div className="row row--between">
          <h3>{title}</h3>
          {end}
        </div>
      ) : title ? (
        <h3>{title}</h3>
      ) : null}
      {children}
    </section>
  );
}

type PageHeadProps = {
  title: ReactNode;
  level?: 1 | 2;
  children?: ReactNode;
  actions?: ReactNode;
  /** The page of the guide that explains this one. */
  guide?: string;
};

/** The top of a page. Inside a case the case header has the `h1`, so pass `level={2}`. */
export function PageHead(props: PageHeadProps) {
  const Heading = props.level === 2 ? "h2" : "h1";
  return (
    <div className="pagehead">
      <div>
        <Heading>{props.title}</Heading>
        {props.children ? <p>{props.children}</p> : null}
      </div>
      {props.actions || props.guide ? (
        <div className="row noprint">
          {props.guide ? <HowDoI guide={props.guide} /> : null}
          {props.actions}
        </div>
      ) : null}
    </div>
  );
}

/** Names and values. An unknown value is said in words, never a dash. */
export function Facts({ items }: { items: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.name} className="facts__pair">
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
