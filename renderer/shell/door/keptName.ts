const kept = 'counterpart.name'

/** Who signed in last on this computer; empty before anybody has. */
export const keptName = (): string => localStorage.getItem(kept) ?? ''

export const keepName = (name: string): void => localStorage.setItem(kept, name)
