import { Timeline } from "@/app/_ui/timeline";
import type { AccountView } from "@/lib/casework/subjects/types";
import { formatDate } from "@/lib/platform/text/format";

/** Every handle under which the account was seen, the newest first. A rename keeps one identity. */
export function HandleHistory({ account }: { account: AccountView }) {
  const { handles } = account;
  return (
    <section aria-label={`Handles of ${account.code}`} className="stack stack--s">
      <h4 className="muted">{handles.length > 1 ? `${handles.length} handles, one account` : "Handle history"}</h4>
      <Timeline
        events={handles.map((handle, at) => ({
          key: `${handle.handle} ${handle.seenOn} ${at}`,
          icon: at === 0 ? "user" : "history",
          title: <span className="ref">{handle.handle}</span>,
          detail: at === 0 && handles.length > 1 ? "The handle now" : undefined,
          at: handle.seenOn,
          when: `Seen ${formatDate(handle.seenOn)}`,
        }))}
      />
    </section>
  );
}
