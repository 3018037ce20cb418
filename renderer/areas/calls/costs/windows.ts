export { RatesWindow } from './RatesWindow.tsx'
