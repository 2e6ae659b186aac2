import { ChartFigure } from "@/app/_ui/chart-figure";
import { Disclosure } from "@/app/_ui/disclosure";
import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { confidenceLabels } from "@/lib/casework/cases/labels";
import { identifierLabels } from "@/lib/casework/subjects/identifiers/labels";
import type { LinkedSubject } from "@/lib/casework/subjects/types";
import { rooms } from "@/lib/platform/charts/marks";
import { type LinkedBox, type LinksInput, plotLinks } from "@/lib/platform/charts/plot-links";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

const looks = [
  { key: "confirmed", label: confidenceLabels.confirmed, look: "solid" },
  { key: "probable", label: confidenceLabels.probable, look: "dashed" },
  { key: "possible", label: confidenceLabels.possible, look: "dotted" },
] as const;

type Entry = LinkedSubject["accounts"][number];
type Row = Entry & { key: string; subject: string };

/** More are on the cards of the page. */
const mostRows = 20;
const mostDrawn = 4;

/** Who is linked to which accounts, phones and e-mails, and how sure: a picture, and the same as a table. */
export function LinksPanel({ subjects }: { subjects: readonly LinkedSubject[] }) {
  const groups = subjects
    .map((subject) => ({
      name: t("Subject {number} (alleged)", { number: subject.number }),
      left: [...subject.accounts],
      right: namedIdentifiers(subject),
    }))
    .filter(({ left, right }) => left.length + right.length > 1);
  if (groups.length === 0) return null;
  const rows = groups.flatMap(({ name, left, right }): Row[] =>
    [...left, ...right].map((entry) => ({ ...entry, key: `${name} ${entry.name}`, subject: name })),
  );
  const input: LinksInput = {
    title: t("Accounts and identifiers, and how sure each link is"),
    about: describeRows(rows),
    looks,
    groups: groups
      .slice(0, mostDrawn)
      .map(({ name, left, right }) => ({ name, left: left.map(boxOf), right: right.map(boxOf) })),
    more: (boxes) => t("{boxes} more in the table", { boxes }),
  };
  return (
    <Panel id="links" title={input.title}>
      <ChartFigure id="links" wide={plotLinks(input, rooms.wide)} narrow={plotLinks(input, rooms.narrow)}>
        <p className="small muted">
          {input.about} {t("A line says how sure the link is, not who used the account.")}
          {groups.length > mostDrawn
            ? ` ${t("Drawn are the first {mostDrawn} of {subjects}; the others stand on their cards below.", {
                mostDrawn,
                subjects: plural(groups.length, "subject"),
              })}`
            : ""}
        </p>
        <Disclosure label={t("The same as a table")}>
          <DataTable
            caption={input.title}
            rows={rows.slice(0, mostRows)}
            keyOf={(row) => row.key}
            columns={[
              { head: t("Account or identifier"), cell: (row) => row.name },
              { head: t("Linked to"), cell: (row) => row.subject },
              { head: t("How sure"), cell: (row) => confidenceLabels[row.confidence] },
              { head: t("Shown by"), cell: (row) => row.exhibits.join(", ") || t("No exhibit yet") },
            ]}
          />
          {rows.length > mostRows ? (
            <p className="small muted">
              {t("The first {mostRows} of {links}. Each stands on its card below.", {
                mostRows,
                links: plural(rows.length, "link"),
              })}
            </p>
          ) : null}
        </Disclosure>
      </ChartFigure>
    </Panel>
  );
}

/** `Phone number 1`, `Phone number 2`: their values are on the cards below. */
function namedIdentifiers({ identifiers }: LinkedSubject): Entry[] {
  return identifiers.map(({ kind, confidence, exhibits }, at) => {
    const number = identifiers.slice(0, at + 1).filter((entry) => entry.kind === kind).length;
    return { name: `${identifierLabels[kind]} ${number}`, confidence, exhibits };
  });
}

function boxOf({ name, confidence, exhibits }: Entry): LinkedBox {
  const shown = exhibits.length > 0 ? exhibits.join(", ") : t("No exhibit yet");
  return {
    name,
    lines: [confidenceLabels[confidence], shown],
    link: looks.findIndex(({ key }) => key === confidence),
  };
}

function describeRows(rows: readonly Row[]): string {
  const of = (key: Row["confidence"]) => rows.filter(({ confidence }) => confidence === key).length;
  return t("{links}: {confirmed} confirmed, {probable} probable, {possible} possible.", {
    links: plural(rows.length, "link"),
    confirmed: of("confirmed"),
    probable: of("probable"),
    possible: of("possible"),
  });
}
