import { answerLabels } from "@/lib/casework/danger/labels";
import { t } from "@/lib/platform/language/translate";
import { quoted } from "@/lib/platform/text/text";
import { dangerField, dangerUnanswered } from "../labels";
import { civilDate, dayOf, formatDate, within } from "../sections/words";
import { type Checks, codes, fail, na, none, pass, there } from "./outcome";

/** A person may assess the danger whatever the words are; this line takes a reason too. */
const dangerReview = `${dangerField}.review`;

/** Lines about what is requested of a state or a bureau, and why. */
export const requestChecks: Checks<
  | "ranges_in_utc"
  | "classes_named"
  | "purpose_stated"
  | "certification_stated"
  | "secrecy_stated"
  | "urgency_stated"
  | "bureau_purpose"
  | "bureau_action"
  | "bureau_conditions"
  | "receiver_named"
  | "receiver_fits"
  | "two_countries"
  | "danger_stated"
  | "danger_assessed"
> = {
  ranges_in_utc: ({ snapshot }) => {
    const { items, asks } = snapshot.request;
    if (items.length === 0) return na(t("No item is drafted; the line on data classes says so."));
    // A subscriber record runs from the creation of the account to the day of the answer; the other classes need both.
    const bare = items.filter(
      (item) => item.dataClass !== "subscriber" && item.rows.some((row) => !row.to || !row.from),
    );
    const timeless = asks.filter((ask) => ask.class === "subscriber" && !(ask.from && ask.to));
    const named = [...codes(bare), ...timeless.flatMap((ask) => ask.identifier ?? ask.title)];
    return none(named, t("Each item has its range in UTC."), t("No range in UTC"));
  },
  classes_named: ({ snapshot }) =>
    there(
      snapshot.request.items.length + snapshot.request.asks.length > 0,
      t("Each item names its class; section 3 gives the standard."),
      t("No item is drafted."),
    ),
  purpose_stated: ({ snapshot }) =>
    there(
      snapshot.request.purpose.length > 0,
      t("The purpose, and the process that will follow, are stated."),
      t("It is not stated for which process the data is wanted."),
    ),
  certification_stated: ({ snapshot }) =>
    snapshot.request.certification
      ? pass(t("The form of certification is stated."))
      : pass(t("The suggested form is printed; the form of the home court is a ruled blank.")),
  secrecy_stated: ({ snapshot }) =>
    there(
      snapshot.request.secrecy,
      t("The reason is stated; the length is a ruled blank."),
      t("No reason for secrecy is recorded."),
    ),
  urgency_stated: ({ snapshot }, { oldAfter }) => {
    if (snapshot.request.urgency.length > 0 || snapshot.case.urgent.length > 0)
      return pass(t("The reason for urgency is stated."));
    const [only, ...others] = snapshot.incidents;
    const oldest = civilDate(
      new Date(Date.parse(snapshot.packet.builtAt) - oldAfter * 86_400_000).toISOString(),
      "UTC",
    );
    if (!only || others.length > 0 || only.at.slice(0, 10) >= oldest)
      return fail(t("No reason for urgency is recorded."));
    return {
      ...fail(
        t("The only act is older than {oldAfter} days, and nothing says why it is put forward now.", { oldAfter }),
      ),
      grave: "single_old_act",
    };
  },
  bureau_purpose: ({ snapshot }) =>
    there(snapshot.ncb?.purpose, t("One purpose is stated."), t("No purpose is chosen; a message states one.")),
  bureau_action: ({ snapshot }) => {
    const missing = [snapshot.ncb?.action ? "" : t("what is asked"), snapshot.ncb?.by ? "" : t("by which day")];
    return none(missing.filter(Boolean), t("What is asked, and by when, is stated."), t("Not stated"));
  },
  bureau_conditions: ({ snapshot }) =>
    there(
      snapshot.ncb?.conditions,
      t("The conditions of use are stated."),
      t("No conditions of use and onward sharing are stated."),
    ),
  receiver_named: ({ snapshot }, { roles }) =>
    there(
      snapshot.receivers.some((receiver) => roles.includes(receiver.role)),
      t("Named by role among the receivers."),
      t("Not among the receivers of this packet."),
    ),
  receiver_fits: ({ snapshot }, { avoid }) =>
    none(
      snapshot.receivers.map((receiver) => receiver.name).filter((name) => avoid.some((part) => isNamed(name, part))),
      t("No receiver that deals with other matters."),
      t("Normally takes no such complaint"),
    ),
  two_countries: ({ snapshot }) => {
    const { homeCountry, otherCountry } = snapshot.case;
    return there(
      homeCountry && otherCountry && homeCountry !== otherCountry,
      t("{homeCountry} and {otherCountry}.", { homeCountry, otherCountry }),
      t("No second country is recorded."),
    );
  },
  danger_assessed: ({ snapshot }) => {
    const { danger } = snapshot.case;
    if (!danger) return na(t("No act names a day, a place, a weapon or the like, and no danger is recorded."));
    if (danger.open.length > 0 || danger.flagged) return fail(dangerUnanswered(danger.open.join(", ")));
    const { answer, assessedAt, assessedBy, reviewOn } = danger;
    if (!answer || !assessedAt) return pass(t("No act asks for it any more."));
    const today = civilDate(snapshot.packet.builtAt, snapshot.zones.home);
    if (reviewOn && reviewOn < today) {
      const reason = t("The danger was to be assessed again by {reviewOn}, and was not.", {
        reviewOn: formatDate(reviewOn),
      });
      return { ...fail(reason), field: dangerReview };
    }
    return pass(
      t("{assessedBy} assessed it on {day}: {answer}.", {
        assessedBy,
        day: dayOf(assessedAt, snapshot.zones.home),
        answer: within(answerLabels[answer].label),
      }),
    );
  },
  danger_stated: ({ snapshot }) => {
    const { danger } = snapshot.case;
    if (danger?.answer === "imminent" && snapshot.ncb?.priority === "normal")
      return { ...fail(t("Danger was assessed as imminent, and the message is not marked urgent.")), field: "ncb" };
    if (danger || snapshot.emergency) return pass(t("The danger is stated."));
    const violent = snapshot.incidents.filter((incident) =>
      incident.tags.some((tag) => tag === "violence" || tag === "fear"),
    );
    if (violent.length === 0) return na(t("No act speaks of violence, and no danger is recorded."));
    const reason = t("No danger is stated, and there are words of violence: {value}.", {
      value: codes(violent).join(", "),
    });
    return { ...fail(reason), field: dangerReview };
  },
};

function isNamed(name: string, part: string): boolean {
  return new RegExp(`\\b${quoted(part)}\\b`, "i").test(name);
}
