import { contextBridge, ipcRenderer } from 'electron'
import type { UpdateAsked, UpdateState } from '../../app/updates.ts'

/** All that a page of the installed program has beside what every browser gives: a way to ask for its port … */
contextBridge.exposeInMainWorld('counterpart', {
  askForPort: () => ipcRenderer.send('office-port'),
  chooseFolder: () => ipcRenderer.send('choose-folder'),
})

/** … and for newer versions of the program. */
contextBridge.exposeInMainWorld('counterpartUpdates', {
  ask: (asked: UpdateAsked): Promise<UpdateState> => ipcRenderer.invoke('updates', asked),
  onChange: (heed: (state: UpdateState) => void): (() => void) => {
    const hear = (_event: unknown, state: UpdateState) => heed(state)
    ipcRenderer.on('update-state', hear)
    return () => void ipcRenderer.off('update-state', hear)
  },
})

// A port cannot cross the bridge; it can be posted to the page.
ipcRenderer.on('office-port', (event) => window.postMessage('office-port', location.origin, event.ports))
