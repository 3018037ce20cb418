/** Signs of a locale's numbers, and its digits as 0…9. */
function signs(locale: string) {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12345.6)
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { group: sign('group'), decimal: sign('decimal') || '.' }
}

/** Zeros of the scripts whose digits people type: Arabic, Persian, Devanagari, Bengali, Thai, Khmer, full width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x17e0, 0xff10]

function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((start) => code >= start && code < start + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

/**
 * A number typed in the reader's notation, or in plain notation. Undefined where it is none.
 * Empty is null. A lone point or comma that cannot be a group (`1,5`, `1.25`) is the decimal sign whatever the locale.
 */
export function parseNumber(text: string, locale: string): number | null | undefined {
  const plain = asciiDigits(text.trim())
    .replace(/[\s'’\u00A0\u202F\u066C]/g, '')
    .replace(/[−‒–]/g, '-')
    .replace('٫', '.')
  if (plain === '') return null
  const { group, decimal } = signs(locale)
  const marks = plain.replace(/[^.,]/g, '')
  let clean = plain
  if (marks.length === 1 && !new RegExp(`^-?\\d{1,3}\\${marks}\\d{3}$`).test(plain))
    clean = plain.replace(',', '.')
  else {
    if (group === ',' || group === '.') clean = clean.replaceAll(group, '')
    if (decimal === ',') clean = clean.replaceAll('.', '').replace(',', '.')
    else clean = clean.replaceAll(',', '')
  }
  return /^-?(\d+\.?\d*|\.\d+)$/.test(clean) ? Number(clean) : undefined
}

/** Rounded to the decimals, half away from zero, and kept between the ends. */
export function tidyNumber(value: number, decimals: number, min = -Infinity, max = Infinity): number {
  const factor = 10 ** decimals
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * factor + 1e-9)) / factor
  return Math.min(max, Math.max(min, rounded))
}
