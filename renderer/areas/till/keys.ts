/** The counter's own keys, in one table. */
export const counterKeys = {
  entry: 'F3',
  held: 'F6',
  return: 'F7',
  buyer: 'F8',
  card: 'F10',
  transfer: 'F11',
  shift: 'Ctrl+F12',
} as const
