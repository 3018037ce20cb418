/** What a key of an American keyboard says, by where it is: plain and with Shift. */
const signs: Record<string, readonly [plain: string, shifted: string]> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  IntlBackslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
}
const overDigits = ')!@#$%^&*('

/**
 * The sign that a scanner means by a key. Scanners believe that they are American keyboards, so with another layout on
 * their digits and letters would come out as something else; where the key is says what was meant. Null for keys that
 * are no sign.
 */
export function physicalSign(code: string, shift: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shift ? letter : letter.toLowerCase()
  const digit = /^(Digit|Numpad)(\d)$/.exec(code)
  if (digit)
    return shift && digit[1] === 'Digit' ? (overDigits[Number(digit[2])] ?? null) : (digit[2] ?? null)
  return signs[code]?.[shift ? 1 : 0] ?? null
}
