import { dialOf } from "@/lib/organisation/bodies/rules";

/** Phone numbers as links that dial them; one that is no number stays text. */
export function PhoneLinks({ phone }: { phone: string }) {
  return phone.split(/\s*[;,]\s*/).map((part, at) => {
    const dial = dialOf(part);
    return (
      <span key={part}>
        {at > 0 ? ", " : null}
        {dial ? <a href={`tel:${dial}`}>{part}</a> : part}
      </span>
    );
  });
}

export function MailLinks({ email }: { email: string }) {
  return email.split(/\s*[;,]\s*/).map((part, at) => (
    <span key={part}>
      {at > 0 ? ", " : null}
      <a href={`mailto:${part}`}>{part}</a>
    </span>
  ));
}
