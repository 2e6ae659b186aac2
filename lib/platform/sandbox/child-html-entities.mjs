/** Names of the characters from U+00A0 on, in their order. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro" +
  " para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil" +
  " Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave" +
  " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml" +
  " igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute" +
  " thorn yuml";
const OTHER =
  "amp & lt < gt > quot \" apos ' OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ndash – mdash —" +
  " lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″" +
  " lsaquo ‹ rsaquo › euro € trade ™ larr ← uarr ↑ rarr → darr ↓ minus − infin ∞ ne ≠ le ≤ ge ≥ hearts ♥";

const NAMED = new Map([
  ...LATIN.split(" ").map((name, at) => [name, String.fromCharCode(0xa0 + at)]),
  ...(OTHER.match(/\S+ \S+/g) ?? []).map((pair) => pair.split(" ")),
  ...["nbsp", "ensp", "emsp", "thinsp"].map((name) => [name, " "]),
]);
/** Those that programs also read without the semicolon. */
const BARE = /^(?:#.*|amp|lt|gt|quot|nbsp|copy|reg)$/i;

/** Text with its `&eacute;` and `&#233;` as the characters they name; in a link only those that are surely meant. */
export function entityText(text, isLink = false) {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,8})(;?)/gi, (whole, name, semicolon) => {
    if (semicolon === "" && (isLink || !BARE.test(name))) return whole;
    if (!name.startsWith("#")) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    // As every browser: 128 to 159 mean the characters of Windows.
    if (code >= 128 && code < 160) return new TextDecoder("windows-1252").decode(Uint8Array.of(code));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
