import { escape as escapeText } from 'ical-generator';

/**
 * Text that may have several lines, without what calendar clients stumble over: control characters and halves
 * of surrogate pairs go; every kind of line break becomes `\n`, since some readers break lines at all of them.
 */
export function paragraphs(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Control}\t\n]/gu, '');
}

/** The same text on one line, for titles and names: line breaks and tabs become blanks. */
export function oneLine(text: string): string {
  return paragraphs(text)
    .split(/[\t\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** A line as a TEXT value. ical-generator does this itself except for the UID and the name of the calendar. */
export function textValue(text: string): string {
  return escapeText(oneLine(text), false);
}

/**
 * An absolute address as a URI value. ical-generator escapes URIs as if they were text, which nobody unescapes
 * (RFC 5545, 3.3.13); percent-encoding leaves it nothing to escape and means the same.
 */
export function uri(address: string): string {
  return oneLine(address).replace(/[^!#$%&'()*+\-./0-9:=?@A-Z[\]_a-z~]/gu, encodeURIComponent);
}

/** A mail address as it stands in a `mailto:` URI: what is reserved or not ASCII is percent-encoded (RFC 6068). */
export function mailto(address: string): string {
  return encodeURIComponent(oneLine(address)).replaceAll('%40', '@').replaceAll('%2B', '+');
}
