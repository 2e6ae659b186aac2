const validDays = 180;

type Known = { contact: string; origin: string; now: Date };

/** The lines of /.well-known/security.txt. Generated on request, so it never expires while the server runs. */
export function securityText({ contact, origin, now }: Known): string {
  const expires = new Date(now.getTime() + validDays * 86_400_000).toISOString().replace(/\.\d+Z$/, "Z");
  const lines = [`Contact: ${contact}`, `Expires: ${expires}`, "Preferred-Languages: en"];
  if (origin.startsWith("https:")) lines.push(`Canonical: ${origin}/.well-known/security.txt`);
  return `${lines.join("\n")}\n`;
}
