/** Whether each address of the database that leaves this machine is one that cannot be listened to. Passwords are not shown. */
export function examineTransport(addresses) {
  return Object.entries(addresses).flatMap(([name, address]) => {
    if (!address || !URL.canParse(address)) return [];
    const { hostname, searchParams } = new URL(address);
    const near = ["", "localhost", "127.0.0.1", "[::1]"].includes(hostname) || searchParams.has("host");
    if (near || searchParams.get("sslmode") === "verify-full") return [];
    const advice = "end it with ?sslmode=verify-full; a private authority goes into NODE_EXTRA_CA_CERTS";
    return [["warn", `${name} reaches ${hostname} without checking who answers`, advice]];
  });
}
