import { stoppedExhibits } from "./labels";
import { staleLaws } from "./preflight-checks-matter";
import { findLeaks, stringsIn } from "./preflight-leaks";
import { type Checks, fail, na, none, pass } from "./preflight-outcome";
import type { PacketSnapshot } from "./snapshot";

type RecordId =
  | "M-22"
  | "M-23"
  | "M-24"
  | "M-25"
  | "M-26"
  | "M-27"
  | "M-28"
  | "M-29"
  | "M-30"
  | "M-31"
  | "M-32"
  | "M-33"
  | "M-34"
  | "M-35"
  | "M-36"
  | "M-37";

const lacking = { needs_url: "web address", needs_account_id: "account id", needs_time: "time or zone" } as const;

const codes = (list: readonly { code: string }[]) => list.map((one) => one.code);
const today = (snapshot: PacketSnapshot) => snapshot.packet.builtAt.slice(0, 10);

/** Preservation references that were issued and have not run out, by account. */
function preserved(snapshot: PacketSnapshot): Set<string> {
  const day = today(snapshot);
  const live = snapshot.references.filter(
    (one) =>
      one.type === "preservation" &&
      one.state === "issued" &&
      one.number &&
      one.expiresOn !== null &&
      one.expiresOn >= day,
  );
  return new Set(live.flatMap((one) => one.accounts));
}

function validReleases(snapshot: PacketSnapshot): PacketSnapshot["releases"] {
  const day = today(snapshot);
  return snapshot.releases.filter(
    (release) =>
      !release.revokedOn && release.signedOn <= day && (release.expiresOn === null || release.expiresOn >= day),
  );
}

/** Lines about references, releases, exhibits, protection and approval. */
export const recordChecks: Checks<RecordId> = {
  "M-22": ({ snapshot }) => {
    if (snapshot.accounts.length === 0) return fail("No account is recorded.");
    const held = preserved(snapshot);
    return none(
      codes(snapshot.accounts.filter((account) => !held.has(account.code))),
      "Each account is preserved.",
      "No preservation reference with an expiry",
    );
  },
  "M-23": ({ snapshot }) => {
    const held = preserved(snapshot);
    const limit = Date.parse(snapshot.packet.builtAt) - 90 * 86_400_000;
    const old = snapshot.incidents.filter(
      (incident) => Date.parse(incident.at) < limit && !(incident.account && held.has(incident.account)),
    );
    return none(codes(old), "No act is older than 90 days without preservation.", "Older than 90 days, not preserved");
  },
  "M-24": ({ snapshot }) => {
    if (snapshot.receivers.length === 0) return fail("No receiver is recorded.");
    const roles = new Set(validReleases(snapshot).flatMap((release) => release.roles));
    const bare = snapshot.receivers.filter((receiver) => !roles.has(receiver.role));
    return none(
      bare.map((receiver) => receiver.name),
      "A valid release covers each receiver.",
      "No valid release for",
    );
  },
  "M-25": ({ snapshot }) => {
    const covered = new Set(validReleases(snapshot).flatMap((release) => release.exhibits));
    if (snapshot.exhibits.length === 0) return na("The packet has no exhibit.");
    return none(
      codes(snapshot.exhibits.filter((exhibit) => !covered.has(exhibit.code))),
      "A valid release covers each exhibit.",
      "Not covered by a release",
    );
  },
  "M-26": ({ snapshot }) =>
    validReleases(snapshot).some((release) => release.crossBorderBasis)
      ? pass("The ground is recorded.")
      : fail("No valid release records a ground for transfer abroad."),
  "M-27": ({ snapshot, protectedValues }) => {
    const found = findLeaks(stringsIn(snapshot), protectedValues);
    return found.length === 0
      ? pass(
          "No protected value was found in the text, the names of files or the metadata. Images are looked at by a person.",
        )
      : fail(`${found.length} protected ${found.length === 1 ? "value is" : "values are"} in the served part.`);
  },
  "M-28": ({ snapshot }) => {
    const bare = snapshot.exhibits.filter(
      (exhibit) =>
        !exhibit.rehashed?.same || !exhibit.method || !exhibit.collector || !exhibit.device || !exhibit.timeSource,
    );
    if (snapshot.exhibits.length === 0) return na("The packet has no exhibit.");
    return none(
      codes(bare),
      "Each exhibit is complete and its hash was the same.",
      "Hash, method, collector, device or time source missing",
    );
  },
  "M-29": ({ snapshot }) => {
    const list = codes(snapshot.exhibits);
    const twice = list.filter((code, i) => list.indexOf(code) !== i);
    const unknown = snapshot.incidents.flatMap((incident) => incident.exhibits).filter((code) => !list.includes(code));
    return none(
      [...new Set([...twice, ...unknown])],
      "Each exhibit is there once.",
      "Named twice, or named and not there",
    );
  },
  "M-30": ({ snapshot }) =>
    none(
      snapshot.exhibits.flatMap(({ code, flags }) =>
        flags.length > 0 ? [`${code} ${flags.map((flag) => lacking[flag]).join(" and ")}`] : [],
      ),
      "Every exhibit has what its kind of capture needs.",
      "Missing",
    ),
  "M-31": ({ snapshot }) => {
    if (snapshot.exhibits.length === 0) return na("The packet has no exhibit.");
    if (snapshot.case.filesStopped) return fail(stoppedExhibits);
    const minors = snapshot.exhibits.filter((exhibit) => exhibit.minor === true);
    if (minors.length > 0) return fail(`A person under 18 is in ${codes(minors).join(", ")}.`);
    return none(
      codes(snapshot.exhibits.filter((exhibit) => exhibit.minor === null)),
      "No person under 18 is in any exhibit.",
      "Not answered",
    );
  },
  "M-32": ({ snapshot }) => {
    if (snapshot.case.screened === true) return pass("Screened; nothing found.");
    return fail(
      snapshot.case.screened === false ? "Something military or political was found." : "The matter was not screened.",
    );
  },
  "M-33": ({ snapshot }) => {
    const needed = ["cas", "preservation", "ncb", "letter_of_request", "central_authority", "oia"] as const;
    const missing = needed.filter((type) => !snapshot.references.some((one) => one.type === type));
    const blank = snapshot.references.filter((one) => one.state === "issued" && !one.number);
    return none(
      [...missing.map((type) => type.replaceAll("_", " ")), ...codes(blank)],
      "Each type has a number or a stated state.",
      "No number and no state",
    );
  },
  "M-34": ({ snapshot }) =>
    none(
      staleLaws(snapshot, today(snapshot)),
      "Each legal text was checked within 180 days.",
      "Checked more than 180 days ago",
    ),
  "M-35": ({ snapshot }) => {
    const relied = snapshot.pairs.filter((pair) => /875\([bd]\)/.test(pair.other.provision));
    if (relied.length === 0) return na("No threat for gain is relied on.");
    return snapshot.incidents.some((incident) => incident.tags.includes("gain"))
      ? pass("A thing of value was asked for.")
      : fail("No incident asks for a thing of value.");
  },
  "M-36": ({ snapshot }) => {
    const orders = snapshot.references.filter((one) => one.type === "order" && one.state === "issued");
    if (orders.length === 0) return na("No order of a court is recorded.");
    return none(
      codes(orders.filter((one) => !one.country)),
      "Each order is printed with its country.",
      "No country recorded for",
    );
  },
  "M-37": ({ snapshot }) => {
    const { approval, preparedBy } = snapshot.packet;
    if (!approval) return fail("The packet is not yet approved.");
    return approval.by === preparedBy
      ? fail("The person who prepared the packet cannot approve it.")
      : pass("Approved by a second person.");
  },
};
