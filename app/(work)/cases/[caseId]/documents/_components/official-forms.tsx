import type { Route } from "next";
import { Items } from "@/app/_ui/items";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import type { FilledRow, FormChoice } from "@/lib/documents/forms/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";

type Props = {
  caseId: string;
  offered: readonly FormChoice[];
  filled: readonly FilledRow[];
  zone: string;
  mayWrite: boolean;
};

/** The forms that bodies publish: those filled for this case, and those that can be. Nothing where there are none. */
export function OfficialForms({ caseId, offered, filled, zone, mayWrite }: Props) {
  const choices = mayWrite ? offered : [];
  if (choices.length === 0 && filled.length === 0) return null;
  return (
    <Panel
      title={t("Official forms")}
      id="forms"
      end={<span className="muted">{plural(filled.length, "filled form")}</span>}
      padded={false}
    >
      {filled.length > 0 ? (
        <Items
          items={filled.map((row) => ({
            key: row.id,
            href: `/cases/${caseId}/documents/forms/${row.id}` as Route,
            title: `${row.code} ${row.name}`,
            why: t("{body}. Version {version}, filled by {filledBy}, {filledAt}", {
              body: row.body,
              version: row.version,
              filledBy: row.filledBy,
              filledAt: formatInstant(row.filledAt, zone),
            }),
            side: row.withdrawnAt ? t("Withdrawn") : row.made ? null : t("No file yet"),
          }))}
        />
      ) : null}
      {choices.length > 0 ? (
        <ul className="panel__body stack">
          {choices.map((form) => (
            <li key={form.id} className="stack stack--s">
              <span className="strong">{form.name}</span>
              <span className="small muted">{[form.body, form.edition].filter(Boolean).join(" · ")}</span>
              <span>
                <LinkButton small icon="plus" href={`/cases/${caseId}/documents/forms/new?form=${form.id}` as Route}>
                  {rich("Fill it<span>: {name}</span>", {
                    name: form.name,
                    span: (words) => <span className="vh">{words}</span>,
                  })}
                </LinkButton>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
