/** The windows of the client base, loaded together: whoever opens one soon opens another. */
export { ClientWindow } from './ClientWindow.tsx'
export { ClientsWindow } from './ClientsWindow.tsx'
export { DuplicatesWindow } from './DuplicatesWindow.tsx'
export { ImportWindow } from './ImportWindow.tsx'
export { MassWindow } from './MassWindow.tsx'
export { MergeWindow } from './MergeWindow.tsx'
