export { CallsWindow } from './CallsWindow.tsx'
export { MissedWindow } from './MissedWindow.tsx'
export { CallWindow } from './CallWindow.tsx'
