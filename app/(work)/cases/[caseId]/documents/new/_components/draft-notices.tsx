import { Notice } from "@/app/_ui/notice";
import { Facts } from "@/app/_ui/panel";
import { SourceNote } from "@/app/(work)/_components/law-sources";
import type { DraftChoices } from "@/lib/documents/papers/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

function describeSources({ counts }: DraftChoices): string {
  return [
    plural(counts.incidents, "incident"),
    plural(counts.exhibits, "exhibit"),
    plural(counts.accounts, "account"),
    plural(counts.references, "number"),
  ].join(", ");
}

/** What drafting uses and opens, and what to think of before the paper goes anywhere. */
export function DraftNotices({ choices }: { choices: DraftChoices }) {
  const { template, refused, opens, missingAuthority, preserved } = choices;
  return (
    <>
      {refused ? <Notice kind="overdue" icon="ban" title={refused} /> : null}
      {template.sendableByUs ? null : (
        <Notice icon="lock" title={t("For the officer to send")}>
          {t("{whoMaySend}. We draft it, and hand it over. There is no way to send it from here.", {
            whoMaySend: template.whoMaySend,
          })}
        </Notice>
      )}
      {template.notifiesSubject ? (
        <Notice kind="warning" title={t("The other side may find out")}>
          {template.notifiesSubject}
        </Notice>
      ) : null}
      {preserved ? null : (
        <Notice kind="warning" title={t("It asks for removal, and nothing is kept yet")}>
          {t("Keep proof first: add exhibits of the account, or have an officer ask the provider to preserve it.")}
        </Notice>
      )}
      {template.authority && missingAuthority ? (
        <Notice kind="warning" title={t("Written authority is needed when we sign")}>
          {missingAuthority} <SourceNote source={template.authority.source} />
        </Notice>
      ) : null}
      <Facts
        items={[
          { name: t("Who may send it"), value: template.whoMaySend },
          {
            name: t("Opened for it"),
            value:
              opens.length > 0
                ? `The client's ${opens.map((value) => value.replace("client's ", "")).join(", ")}. The log notes that they were opened.`
                : "Nothing sealed of the client",
          },
          { name: t("Uses"), value: describeSources(choices) },
          { name: t("Form"), value: template.form === "sheet" ? "A sheet of fields to copy into a form" : "A paper" },
        ]}
      />
    </>
  );
}
