import { createContext, use } from 'react'

/** Whether the card can only be read: by right, or because the client is in the bin. */
const ReadOnlyContext = createContext(false)

export const ReadOnlyProvider = ReadOnlyContext.Provider
export const useReadOnly = (): boolean => use(ReadOnlyContext)
