import { t } from "@/lib/platform/language/translate";
import { factsOf, heldAccounts, isHeld, turnsOn } from "../facts/compute-facts";
import { civilDate } from "../sections/words";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { type Checks, codes, fail, na, none, type Outcome, pass, there } from "./outcome";

const tagged = (snapshot: PacketSnapshot, tags: readonly string[]) =>
  snapshot.incidents.filter((incident) => incident.tags.some((tag) => tags.includes(tag)));

const knows = (snapshot: PacketSnapshot) => factsOf(snapshot).knowledge.length > 0;

/** Two or more acts that are more than insult may carry as a course of conduct what no single one does. */
function graveUnlessPattern({ incidents }: PacketSnapshot, outcome: Outcome): Outcome {
  const acts = incidents.filter((incident) => incident.tags.some((tag) => tag !== "insult"));
  return acts.length > 1 ? outcome : { ...outcome, grave: "no_threat_or_pattern" };
}

const names = (provision: string, parts: readonly string[]) => parts.some((part) => provision.includes(part));

/** Pairings that rest on one of these provisions, on either side. */
function resting(snapshot: PacketSnapshot, parts: readonly string[]): PacketSnapshot["pairs"] {
  return snapshot.pairs.filter((pair) => names(pair.other.provision, parts) || names(pair.home.provision, parts));
}

function isCharged(snapshot: PacketSnapshot, parts: readonly string[]): boolean {
  return resting(snapshot, parts).length > 0 || snapshot.charges.some((charge) => names(charge.provision, parts));
}

/** Lines about what was done and what the sender knew. */
export const actChecks: Checks<
  | "threat_gate"
  | "knowledge_where_charged"
  | "knowledge_stated"
  | "course_of_conduct"
  | "acts_after"
  | "gain_asked"
  | "acts_complete"
  | "old_acts_preserved"
> = {
  threat_gate: ({ snapshot }, { tags }) => {
    if (tagged(snapshot, tags).length === 0) {
      const why = t("No incident is marked as a threat; insult alone will not carry a request.");
      return graveUnlessPattern(snapshot, fail(why));
    }
    return knows(snapshot) ? pass(t("Threats and knowledge facts are recorded.")) : fail(unknowing());
  },
  knowledge_where_charged: ({ snapshot }, { provisions, tags }) => {
    if (!isCharged(snapshot, provisions)) return na(t("No offence that needs a true threat is named."));
    if (tagged(snapshot, tags).length === 0)
      return graveUnlessPattern(snapshot, fail(t("No incident is marked as a threat of that kind.")));
    return knows(snapshot) ? pass(t("Words of threat and knowledge facts are recorded.")) : fail(unknowing());
  },
  knowledge_stated: ({ snapshot }) => there(knows(snapshot), t("Knowledge facts are recorded."), unknowing()),
  course_of_conduct: ({ snapshot }, { provisions, atLeast }) => {
    if (!isCharged(snapshot, provisions)) return na(t("No course of conduct is relied on."));
    const count = snapshot.incidents.length;
    return there(
      count >= atLeast,
      t("{count} acts are recorded.", { count }),
      t("Fewer than {atLeast} acts are recorded.", { atLeast }),
    );
  },
  acts_after: ({ snapshot }, { provisions, tags, day }) => {
    const relied = resting(snapshot, provisions);
    if (relied.length === 0) return na(t("{value} is not relied on.", { value: provisions.join(", ") }));
    const used = new Set(relied.flatMap((pair) => pair.elements.flatMap((element) => element.shownBy)));
    const early = tagged(snapshot, tags).filter(
      (incident) => used.has(incident.code) && incident.at.slice(0, 10) <= day,
    );
    return none(codes(early), t("Each act is after {day}.", { day }), t("Act on or before {day}", { day }));
  },
  gain_asked: ({ snapshot }, { provisions }) => {
    if (!isCharged(snapshot, provisions)) return na(t("No threat for gain is relied on."));
    return there(
      tagged(snapshot, ["gain"]).length > 0,
      t("A thing of value was asked for."),
      t("No incident asks for a thing of value."),
    );
  },
  acts_complete: ({ snapshot }) => {
    if (snapshot.incidents.length === 0) return fail(t("No act is recorded."));
    const bare = snapshot.incidents.filter(
      (incident) => !incident.account || !(incident.words ?? incident.note)?.trim(),
    );
    return none(
      codes(bare),
      t("Each act has its account and its words."),
      t("Account, or words and what happened, missing"),
    );
  },
  old_acts_preserved: ({ snapshot }, { days }) => {
    const held = heldAccounts(snapshot);
    const today = civilDate(snapshot.packet.builtAt, snapshot.zones.home);
    const old = snapshot.incidents.filter(
      (incident) => turnsOn(snapshot, incident, days) < today && !isHeld(held, incident),
    );
    return none(
      codes(old),
      t("No act is older than {days} days without preservation.", { days }),
      t("Older than {days} days, not preserved", { days }),
    );
  },
};

const unknowing = () => t("No fact shows that the sender knew the words were feared (told to stop, blocked).");
