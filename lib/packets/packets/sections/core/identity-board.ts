import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, mono, newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { entityLabel } from "../../fixed-text";
import type { PacketSnapshot, SnapshotAccount } from "../../snapshot/snapshot";
import { acts } from "../facts";
import { placeName } from "../places";
import { particulars, type Section, sectionHead } from "../section";
import { linksFigure } from "../shared/links-figure";
import { labelled, para, sourcesOf } from "../source-column";
import { formatDate, isolated, sentence, spanText, stop, utc } from "../words";

/** The id first, handles as history under it, the link to the account before with its confidence. */
export const identityBoard: Section = {
  id: "identity",
  build: ({ snapshot }) => [
    ...sectionHead("accounts"),
    ...named(snapshot),
    para(
      "Each account is identified by the platform’s own id, which does not change; handles and display names stand under it. “Link” says how well the account is linked to the account before it, and does not say who used it.",
      [placeName("exhibits")],
    ),
    ...linksFigure(snapshot),
    ...snapshot.accounts.map((account) => board(snapshot, account)),
    identifiers(snapshot),
  ],
};

/** What is alleged of the person, or that nothing is known; the person affected is in the annex. */
function named(snapshot: PacketSnapshot): Block[] {
  const { subjectIdentity: identity, subjectCode } = snapshot.case;
  return [
    identity
      ? para(identity.text, sourcesOf(identity.sources))
      : para(
          `${subjectCode} (alleged): name, date of birth, nationality and address are not known to this organisation.`,
          ["case record"],
        ),
    para("The person affected is the client, identified in the sealed annex.", ["sealed annex"]),
  ];
}

function board(snapshot: PacketSnapshot, account: SnapshotAccount): Block {
  const id: Rich = account.platformId ? [mono(account.platformId)] : ["platform id not recorded"];
  const rows: Row[] = [
    {
      band: [
        `${account.code}   ${account.platform}   `,
        ...id,
        `   held by ${entityLabel(account.platform, account.provider?.entity)}`,
      ],
    },
    labelled("Handles", handles(account)),
    ...shownNames(account),
    labelled("Acts", seen(snapshot, account)),
    labelled("Link", linkText(account)),
    ...(account.url ? [labelled("Profile address", [mono(account.url)])] : []),
  ];
  return { b: "keep", blocks: [particulars(rows, 30, true)] };
}

function handles(account: SnapshotAccount): Rich {
  if (account.handles.length === 0) return "not recorded";
  return account.handles.flatMap((handle, i): Inline[] => {
    const seen = handle.from
      ? `   seen ${formatDate(handle.from)}${handle.to ? ` to ${formatDate(handle.to)}` : ""}`
      : "";
    return [...(i > 0 ? [newLine] : []), `${isolated(handle.handle)}${seen}`];
  });
}

/** What the account shows of itself; nothing where nothing was recorded. */
function shownNames(account: SnapshotAccount): Row[] {
  const names = account.displayNames.map((name) => `“${isolated(name)}”`).join(", then ");
  return [
    ...(names ? [labelled("Display name", names)] : []),
    ...(account.location ? [labelled("Location shown", account.location)] : []),
  ];
}

function seen(snapshot: PacketSnapshot, account: SnapshotAccount): string {
  const list = acts(snapshot).filter((incident) => incident.account === account.code);
  const first = list[0];
  const last = list.at(-1);
  const span = first && last ? spanOf(inUtc(first), inUtc(last)) : "no act recorded from this account";
  return [span, account.idReadFrom ? `Id read from: ${account.idReadFrom}` : ""].filter(Boolean).join(". ");
}

const inUtc = ({ at, exact }: { at: string; exact: boolean }): string =>
  exact ? utc(at).replace("T", " ").replace("Z", " UTC") : `${utc(at).slice(0, 10)}, time not exact`;

const spanOf = (first: string, last: string) => (first === last ? first : `${first} to ${last}`);

function linkText(account: SnapshotAccount): Rich {
  const shown = account.shownBy.length > 0 ? ` Shown by ${spanText(account.shownBy)}.` : "";
  if (!account.link) return `No link to another account is recorded.${shown}`;
  if (account.link.confidence === "first") return `${stop(account.link.text || "First account seen")}${shown}`;
  return [strong(`${sentence(account.link.confidence)}. `), `${stop(account.link.text)}${shown}`];
}

function identifiers(snapshot: PacketSnapshot): Block {
  const list = snapshot.case.subjectIdentifiers;
  const who = snapshot.case.subjectCode;
  if (list.length === 0)
    return para(`Phones, e-mail addresses and IP addresses of ${who}: none recorded.`, ["case record"]);
  const text = `Other identifiers of ${who}: ${list.map((identifier) => `${identifier.kind} ${identifier.value}`).join("; ")}.`;
  return para(text, sourcesOf([...new Set(list.flatMap((identifier) => identifier.sources))], "case record"));
}
