import { createRoot } from 'react-dom/client'
import './kit/fonts.css'
import './kit/kit.css'
import './shell/windows/windows.css'
import './shell/shell.css'
import './shell/desk/desk.css'
import './shell/door/door.css'
import { App } from './shell/App.tsx'
import { startLanguage } from './shell/language/language.ts'
import { chooseTheme } from './shell/themes/choose.ts'
import { keptTheme } from './shell/themes/kept.ts'

chooseTheme(keptTheme())
await startLanguage()

createRoot(document.getElementById('office')!).render(<App />)
