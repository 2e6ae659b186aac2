const kept = new Map<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>();
/** Of every shape. There are some 400 zones; more names than these are another spelling of them. */
const most = 500;

/**
 * The formatter of a shape in a zone, made once: that takes a hundred times as long as using it, and a packet is full
 * of times.
 * @param shape one object for every call from a place, which is what the formatter is kept by
 * @throws RangeError when there is no such zone
 */
export function formatterOf(shape: Intl.DateTimeFormatOptions, zone: string, locale = "en-GB"): Intl.DateTimeFormat {
  const ofShape = kept.get(shape) ?? new Map<string, Intl.DateTimeFormat>();
  kept.set(shape, ofShape);
  const name = `${locale} ${zone}`;
  const known = ofShape.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...shape, timeZone: zone });
  if (ofShape.size >= most) ofShape.clear();
  ofShape.set(name, made);
  return made;
}

/** One part of an instant on the wall of a zone, by its name; undefined when the shape has none. */
export function partOf(format: Intl.DateTimeFormat, instant: Date | number, type: Intl.DateTimeFormatPartTypes) {
  return format.formatToParts(instant).find((part) => part.type === type)?.value;
}
