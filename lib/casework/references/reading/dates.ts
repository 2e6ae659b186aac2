/**
 * Before three numbers these words mark a date: `on 3/10/2026`, `gedateer`, `nge-21/10/2026`, `Umhla ngu`, `ka di
 * 5/10/2026`. They end directly before it.
 */
const english =
  "on|dated?|date is|day|since|from|until|till|before|after|due|born|dob|paid|sent|signed|received|reported|opened|logged|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|issued|incident|stamp(?:ed)?|between";
const afrikaans =
  "op|datum|gedateer|gedateerd|sedert|vanaf|voor|teen|tot|gestuur|betaal|gebore|geteken|gister|vandag|(?:maan|dins|woens|donder|vry|sater|son)dag|tussen";
const nguni =
  "u?mhla|ngomhla|ngo?mhlaka|mhlaka|umhlaka|usuku|ngosuku|ilanga|ngelanga|nge|ngo|ngezi|ngama|izolo|kusukela|kusuka|kuze|ukusuka|ukususela|ngo?lwe\\p{L}+|ngom\\p{L}+";
const sotho =
  "di|ka di|ka la|ka tsa|ka li|letsatsi|letsatsing|letsatsi la|letšatši|letlha|kgwedi|mohla|mohlang|ho tloha|go tloga|go simolola|maobane|maabane|hi ti|hi siku|siku";

const small = "(?:\\s?(?:ka|la|we|wa|wama|le|la|di|ti|ye|nga|se|e|is|was|ngu|ke|the|die|van|of|ya|tsa)-?){0,2}";
const before = new RegExp(`(?<!\\p{L})(?:${english}|${afrikaans}|${nguni}|${sotho})${small}[\\s:.-]{0,3}$`, "iu");
/** `nge-`, `ngo`, `ka` alone, straight before the day. */
const glued = /(?<!\p{L})(?:nge|ngo|ngomhla|mhla|ka|we|wama|ngezi|hi)[-\s]{0,2}$/iu;

/** True if a word for a date precedes this position, so the number there is a date. */
export const isDated = (plain: string, start: number): boolean => {
  const lead = plain.slice(Math.max(0, start - 40), start);
  return before.test(lead) || glued.test(lead);
};
