export { QualityWindow } from './QualityWindow.tsx'
