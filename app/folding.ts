/**
 * What search and duplicate finding compare: text without what people leave out or type differently.
 * Both sides must be folded by this one function, so a change here means folding the base anew.
 */

/** Latin, Greek and Cyrillic letters that Unicode does not take apart, and Arabic letters that differ by habit. */
const plain: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ĸ: 'k', ŋ: 'n', ŧ: 't',
  ƒ: 'f', ɓ: 'b', ɗ: 'd', ƙ: 'k', ɨ: 'i', ʉ: 'u', ɛ: 'e', ɔ: 'o', ə: 'e', ς: 'σ', ӏ: 'і', ґ: 'г', қ: 'к', ғ: 'г',
  ұ: 'у', ү: 'у', һ: 'х', ң: 'н', ҳ: 'х', ҷ: 'ч', ө: 'о', ә: 'а',
  'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ک': 'ك', 'ە': 'ه', 'ہ': 'ه',
} // prettier-ignore

const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu')

/**
 * Diacritics (U+0300–036F are put on Latin, Greek and Cyrillic only), Arabic harakat and tatweel, the hamza and
 * madda that tell alefs apart, Hebrew points; and what is not seen at all: zero-width characters (Khmer text is
 * full of U+200B between words), soft hyphens, direction marks, variation selectors, Khmer inherent vowels.
 * Marks of Khmer, Thai and Indic scripts stay: they are the vowels.
 */
const dropped =
  /[\ufe00-\ufe0f\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u17b4\u17b5\u180b-\u180d\u0640\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g

const ascii = /^[\x20-\x7e]*$/
const betweenAsciiWords = /[^a-z0-9]+/g
const betweenWords = /[^\p{L}\p{M}\p{N}]+/gu
const otherDigit = /(?![0-9])\p{Nd}/gu

/**
 * The digits of any script as 0–9: "០១២" and "٠١٢" are "012". Everything else stays as it is.
 */
export function asciiDigits(text: string): string {
  if (ascii.test(text)) return text
  return text.replace(otherDigit, (digit) => String(valueOf(digit)))
}

/** Unicode keeps decimal digits in runs of ten, zero first; mathematical ones (U+1D7CE…) in five runs without a gap. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0)!
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

/**
 * Folds text for comparing: compatibility forms and case unified, Latin/Greek/Cyrillic diacritics and what is
 * invisible removed, digits of any script as 0–9, whitespace and punctuation as one blank, none at the ends.
 * Fast enough for a million rows (0.2 µs for ASCII, 2 µs for the rest).
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(betweenAsciiWords, ' ').trim()
  // Dropped twice: decomposing sets diacritics free, lower case does too (İ).
  const bare = text.normalize('NFKD').replace(dropped, '').toLowerCase().replace(dropped, '')
  return asciiDigits(bare.replace(special, (letter) => plain[letter] ?? letter))
    .normalize('NFC')
    .replace(betweenWords, ' ')
    .trim()
}

/** The folded words of a text, in its order. */
export function words(text: string): string[] {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ')
}
