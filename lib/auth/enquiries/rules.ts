/**
 * Enquiries of one network before they are listed apart, and before they are refused; the same of all together. A mobile
 * operator puts many people behind one address, so the first limit refuses nobody. Our own defaults, kind D.
 */
export const enquiryBudgets = {
  network: { burst: 10, perSecond: 1 / 300 },
  networkMost: { burst: 60, perSecond: 1 / 60 },
  all: { burst: 100, perSecond: 1 / 60 },
  allMost: { burst: 3000, perSecond: 1 / 10 },
  /** Once the organisation has had its most, a network that has written nothing for a day still gets in. */
  newcomer: { burst: 1, perSecond: 1 / 86_400 },
} as const;

/** Wrong receipt codes of one network. A code has 60 bits, so there is no limit of all together to shut others out. */
export const codeBudget = { burst: 20, perSecond: 1 / 60 } as const;

/** What a provider gives to one customer: of IPv6 a /48, so that nobody has 65,536 networks of their own. */
export function blockOf(network: string): string {
  const groups = network.split(":");
  return groups.length > 1 ? `${groups.slice(0, 3).join(":")}::/48` : network;
}

/** The characters of an address that is read from paper: no vowels, so that it is no word, and nothing alike. */
const signs = "23456789bcdfghjkmnpqrstvwxyz";

/** Ten characters for the address at which somebody writes; public, and no secret. */
export function addressFrom(random: Uint8Array): string {
  return [...random.subarray(0, 10)].map((byte) => signs[byte % signs.length]).join("");
}

/** As typed from paper: capitals and dashes are welcome. */
export const readAddress = (typed: string): string => typed.toLowerCase().replace(/[^0-9a-z]/g, "");
