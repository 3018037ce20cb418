export { ItemsWindow } from './ItemsWindow.tsx'
export { ItemWindow } from './ItemWindow.tsx'
