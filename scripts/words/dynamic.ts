/**
 * Beginnings of keys that code puts together where it cannot be seen: t(`errors.${code}`) is seen and need not be
 * here, t(area + '.title') is not. Every line must begin some key of English.
 */
export const dynamicPrefixes: readonly string[] = [
  // The window manager is given all of its words at once (renderer/shell/language/kitWords.ts).
  'windows.',
  // What the office itself writes into exported files (main/core/clients/words.ts).
  'clients.export.columns.',
  'clients.export.fromList.',
  'clients.export.yes',
  'clients.export.no',
]
