export { CounterWindow } from './CounterWindow.tsx'
