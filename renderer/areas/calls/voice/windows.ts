export { VoiceWindow } from './VoiceWindow.tsx'
