/**
 * Required strength of a fresh proof. "any": password, code or passkey. "best": the strongest the person has, a
 * passkey, or password and code together if they have none. "phr": phishing-resistant, so a passkey.
 */
export type StepUp = "any" | "best" | "phr";

/** The strength of a proof as Postgres reports it (`auth.freshness`); it satisfies its own level and those below. */
export type Proof = StepUp;

const order: readonly StepUp[] = ["any", "best", "phr"];

/**
 * The acts that require more than a session, and how much: those nobody may perform from an unattended desk ("any"), or
 * with a code obtained by phishing ("phr").
 */
export const stepUps = {
  "packet.approve": "any",
  "packet.deliver": "best",
  "annex.give": "phr",
  "first_link.release": "phr",
  "export.ask": "any",
  "export.release": "phr",
  "export.take": "phr",
  "erasure.release": "phr",
  "exhibit.let_out": "phr",
  // An original that is marked as intimate.
  "exhibit.take_intimate": "best",
  // An exhibit that was intimate and is not any more: its original leaves more easily.
  "exhibit.unmark_intimate": "best",
  // A client's identity and address: shown, or written into a document.
  "client.reveal": "best",
  "document.draft": "best",
  "reference.reveal_secret": "best",
  "look.release": "best",
  "signature.replace": "phr",
  // What leads out of the organisation by itself: an address, and the secret that messages to it are signed with.
  "webhook.write": "phr",
  // A case that is sent to another system.
  "case.send": "best",
  // A secret with which another system sends in.
  "connector.write": "phr",
  "member.invite": "phr",
  "member.change_role": "phr",
  "member.remove": "phr",
  "member.renew": "phr",
  "member.grant": "phr",
  // A token with which a program acts as a member: by who makes it, and by that member.
  "api_token.make": "phr",
  "api_token.agree": "best",
  "access.release": "phr",
  "role.change": "phr",
  // Quick in a crisis, and nothing that cannot be undone: people sign in again.
  "session.end_theirs": "any",
  "session.end_all": "any",
  "sso.link": "phr",
  "sso.unlink": "phr",
  "factor.change": "phr",
  // Nobody has a passkey before their first one. Postgres enforces this too (auth.may_add_factor).
  "factor.first_passkey": "any",
  // As a second person: a passkey that waits, codes that are locked.
  "factor.allow": "phr",
} as const satisfies Record<string, StepUp>;

export type GuardedAct = keyof typeof stepUps;

/** Whether a proof of this strength, or none, is sufficient for the act. */
export function proves(proof: Proof | null | undefined, act: GuardedAct): boolean {
  return proof != null && order.indexOf(proof) >= order.indexOf(stepUps[act]);
}
