export { CallingWindow } from './CallingWindow.tsx'
export { CallListsWindow } from './CallListsWindow.tsx'
