import { contextBridge, ipcRenderer } from 'electron'

/** All that a page of the installed program has beside what every browser gives: a way to ask for its port. */
contextBridge.exposeInMainWorld('counterpart', {
  askForPort: () => ipcRenderer.send('office-port'),
})

// A port cannot cross the bridge; it can be posted to the page.
ipcRenderer.on('office-port', (event) => window.postMessage('office-port', location.origin, event.ports))
