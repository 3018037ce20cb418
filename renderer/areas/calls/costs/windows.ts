export { CostsWindow } from './CostsWindow.tsx'
export { RatesWindow } from './RatesWindow.tsx'
