import { Timeline } from "@/app/_ui/timeline";
import type { AccountView } from "@/lib/casework/subjects/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

/** Every handle under which the account was seen, the newest first. A rename keeps one identity. */
export function HandleHistory({ account }: { account: AccountView }) {
  const { handles } = account;
  return (
    <section aria-label={t("Handles of {code}", { code: account.code })} className="stack stack--s">
      <h4 className="muted">
        {handles.length > 1 ? t("{handles} handles, one account", { handles: handles.length }) : t("Handle history")}
      </h4>
      <Timeline
        events={handles.map((handle, at) => ({
          key: `${handle.handle} ${handle.seenOn} ${at}`,
          icon: at === 0 ? "user" : "history",
          title: <span className="ref">{handle.handle}</span>,
          detail: at === 0 && handles.length > 1 ? t("The handle now") : undefined,
          at: handle.seenOn,
          when: t("Seen {seenOn}", { seenOn: formatDate(handle.seenOn) }),
        }))}
      />
    </section>
  );
}
