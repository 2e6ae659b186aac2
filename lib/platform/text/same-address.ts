/** Two addresses of one thing: without the scheme, `www.`, what follows `#`, and a last slash. */
export function sameAddress(address: string): string {
  return address
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/^(www|m|mobile)\./i, "")
    .replace(/#.*$/, "")
    .replace(/\/+$/, "");
}
