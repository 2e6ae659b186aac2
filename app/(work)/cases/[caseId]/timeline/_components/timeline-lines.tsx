import type { Route } from "next";
import { CaseTime } from "@/app/_ui/case-time";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";
import { PageLink } from "@/app/_ui/page-link";
import { markLabels, timelineLabels } from "@/lib/oversight/timeline/labels";
import type { TimelineKind, TimelineRow } from "@/lib/oversight/timeline/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

const icons: Record<TimelineKind, IconName> = {
  note: "pencil",
  call: "phone",
  visit: "map-pin",
  message: "message-square",
  meeting: "users",
  number: "hash",
  step: "arrow-right",
  act: "flag",
  event: "circle-dot",
  evidence: "paperclip",
  packet: "package",
  handover: "send",
  document: "file-text",
  letter_in: "inbox",
  letter_out: "mail",
  takedown: "eye-off",
  refusal: "ban",
  danger: "shield-alert",
  consent: "clipboard-check",
  release: "badge-check",
  referral: "building-2",
  flag: "flag",
  review: "clipboard-check",
  case: "folder",
};

type Props = {
  rows: readonly TimelineRow[];
  home: string;
  there: string;
  /** Only the first line of what was said, for a short list. */
  short?: boolean;
};

/** One line for each thing that happened: what, when on both clocks, who wrote it down, and the words. */
export function TimelineLines({ rows, home, there, short = false }: Props) {
  return (
    <ol className="timeline">
      {rows.map((row) => (
        <li className="event" key={row.key} id={row.key}>
          <span className="event__mark">
            <Icon name={icons[row.kind]} />
          </span>
          <div className="stack stack--s">
            <div className="row row--tight">
              <span className="muted small">{timelineLabels[row.kind]}</span>
              {row.marks?.map((mark) => (
                <Chip key={mark} kind={mark === "supervision" ? "warning" : "line"} icon={markIcons[mark]}>
                  {markLabels[mark]}
                </Chip>
              ))}
            </div>
            <p className="strong">
              <PageLink href={row.href as Route}>{row.title}</PageLink>
            </p>
            {row.words ? <Words words={row.words} short={short} /> : null}
            <p className="small muted">
              {row.day ? (
                <time dateTime={row.day}>{t("{day}, no time recorded", { day: formatDate(row.day) })}</time>
              ) : (
                <CaseTime at={row.at} zones={row.zone ? [home, there, row.zone] : [home, there]} />
              )}
              {row.by ? <span className="block">{t("By {by}", { by: row.by })}</span> : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

const markIcons = { pinned: "bookmark", supervision: "lock", withdrawn: "undo-2", undone: "undo-2" } as const;

/** Longer words fold away behind their beginning, so that the next line stays in sight. */
const mostInSight = 500;

function Words({ words, short }: { words: string; short: boolean }) {
  if (short) return <p className="event__first">{words.split("\n")[0]}</p>;
  if (words.length <= mostInSight) return <p className="event__words read">{words}</p>;
  const cut = words.lastIndexOf(" ", mostInSight / 2);
  return (
    <>
      <p className="event__words event__begin read">{words.slice(0, cut > 0 ? cut : mostInSight / 2)} …</p>
      <Disclosure label={t("All of it")}>
        <p className="event__words read">{words}</p>
      </Disclosure>
    </>
  );
}
