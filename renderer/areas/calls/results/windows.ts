export { ResultsWindow } from './ResultsWindow.tsx'
