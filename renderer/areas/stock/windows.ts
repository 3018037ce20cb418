export { StockWindow } from './StockWindow.tsx'
export { DocumentWindow } from './DocumentWindow.tsx'
export { DraftWindow } from './DraftWindow.tsx'
export { TakeWindow } from './TakeWindow.tsx'
