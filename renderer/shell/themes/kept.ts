const kept = 'counterpart.theme'

/** The look last chosen on this computer: shown before anybody has signed in. */
export const keptTheme = (): string => localStorage.getItem(kept) ?? 'system'

export const keepTheme = (preference: string): void => localStorage.setItem(kept, preference)
