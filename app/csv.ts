/** Tables as text (RFC 4180), safe to open in a spreadsheet. */

/** Excel takes a file for UTF-8 only if it begins with this. */
export const byteOrderMark = '\ufeff'

/**
 * What a spreadsheet would take for a formula, in the letters of East Asian keyboards too. A text that has the
 * apostrophe itself gets another, so that the one can be taken off again.
 */
const looksLikeFormula = /^[\s']*[=+\-@＝＋－＠\t\r]/

/**
 * "+855 12 345 678": nothing but digits and blanks, which no spreadsheet runs, so that other programs get the number as
 * it is. With a hyphen or a slash it would be calculated: "+855-12-345" becomes 498.
 */
const plainPhone = /^\+\d[\d ]*$/

/** One cell; an apostrophe in front makes a text of what looks like a formula. `withoutApostrophe` takes it off. */
export function csvCell(value: string, delimiter = ','): string {
  const text = looksLikeFormula.test(value) && !plainPhone.test(value) ? `'${value}` : value
  return text.includes(delimiter) || /[",;\t\r\n]|^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text
}

/** A row with its line end. */
export const csvRow = (values: readonly string[], delimiter = ','): string =>
  `${values.map((value) => csvCell(value, delimiter)).join(delimiter)}\r\n`

/** The text of a cell without the apostrophe that kept a spreadsheet from running it. */
export const withoutApostrophe = (text: string): string =>
  text.startsWith("'") && looksLikeFormula.test(text.slice(1)) ? text.slice(1) : text
