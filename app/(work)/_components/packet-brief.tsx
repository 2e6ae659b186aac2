import type { ApprovalBrief } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** Size, checks and pictures of a packet as they are now: what is read before it is approved. */
export function PacketBrief({ brief }: { brief: ApprovalBrief }) {
  const parts = [
    brief.pages === null ? null : plural(brief.pages, "page"),
    t("{passed} of {checks} checks pass", { passed: brief.passed, checks: brief.checks }),
    brief.blocked > 0 ? t("{checks} must be corrected", { checks: plural(brief.blocked, "check") }) : null,
    brief.needReason > 0 ? plural(brief.needReason, "check needs your reason", "checks need your reason") : null,
    pictureWords(brief),
  ];
  return <span className="block">{`${parts.filter((part) => part !== null).join(", ")}.`}</span>;
}

function pictureWords({ pictures, picturesLeft }: ApprovalBrief): string {
  if (pictures === 0) return t("no picture leaves with it");
  if (picturesLeft === 0) return t("a person looked at every picture ({pictures})", { pictures });
  return t("{left} of {pictures} still to be looked at", { left: picturesLeft, pictures: plural(pictures, "picture") });
}
