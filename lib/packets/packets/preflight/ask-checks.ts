import { t } from "@/lib/platform/language/translate";
import { type Checks, fail, na, none, pass } from "./outcome";

/** Lines about who stands behind a request, and whether the law under each item was read. */
export const askChecks: Checks<"authority_behind" | "asks_read"> = {
  authority_behind: ({ snapshot }) => {
    const { authority } = snapshot.request;
    if (!authority) return na(t("No authority at home is required before this packet."));
    if (authority.shownBy.length > 0) {
      return pass(t("An authority at home stands behind it: {shownBy}.", { shownBy: authority.shownBy.join(", ") }));
    }
    return fail([authority.missing, ...authority.first].join(" "));
  },
  asks_read: ({ snapshot }) =>
    none(
      snapshot.request.asks.flatMap(({ no, unread }) => (unread ? [`${no} (${unread})`] : [])),
      t("The law under each item was read."),
      t("Leave out, or have read before it is sent"),
    ),
};
