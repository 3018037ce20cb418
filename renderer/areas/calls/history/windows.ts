export { CallsWindow } from './CallsWindow.tsx'
export { CallWindow } from './CallWindow.tsx'
