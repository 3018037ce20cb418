import { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import type { OfficeEvent } from '../../../app/events.ts'
import { hearCalls } from '../calls/liveCalls.ts'
import { hearScan } from '../scanning/officeScanners.ts'
import { ask, office } from './office.ts'
import { useConnection } from './connection.ts'

export const queries = new QueryClient({
  defaultOptions: {
    // The office itself tells when something has changed; until then what was read is true.
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

/** Counts the changes of the client base: what lists and grids refresh by. */
export const useClientChanges = create<{ version: number; ids: readonly number[] | undefined }>(() => ({
  version: 0,
  ids: undefined,
}))

/** Counts the changes of calls: what the history refreshes by. */
export const useCallChanges = create<{ version: number }>(() => ({ version: 0 }))

/** Callers who have waited too long, until the reader was told. */
export const useMissedReminder = create<{ reminder: { readonly callers: number } | null }>(() => ({
  reminder: null,
}))

/** Where a running import is. */
export const useImportProgress = create<{
  progress: Extract<OfficeEvent, { type: 'import.progress' }> | null
}>(() => ({ progress: null }))

/** What is shown of clients is read once more. */
export function readClientsAnew(): void {
  useClientChanges.setState(({ version }) => ({ version: version + 1, ids: undefined }))
  void queries.invalidateQueries({ queryKey: ask.clients.key() })
}

function heed(event: OfficeEvent): void {
  switch (event.type) {
    case 'client.changed':
      useClientChanges.setState(({ version }) => ({ version: version + 1, ids: event.ids }))
      void queries.invalidateQueries({ queryKey: ask.clients.key() })
      // Not what was found: to compare all clients again takes long, and is the reader's own wish.
      void queries.invalidateQueries({ queryKey: ask.duplicates.rows.key() })
      void queries.invalidateQueries({ queryKey: ask.duplicates.last.key() })
      void queries.invalidateQueries({ queryKey: ask.files.list.key() })
      void queries.invalidateQueries({ queryKey: ask.people.key() })
      void queries.invalidateQueries({ queryKey: ask.targets.counts.key() })
      break
    case 'log.changed':
      void queries.invalidateQueries({ queryKey: ask.log.key() })
      void queries.invalidateQueries({ queryKey: ask.timeline.key() })
      void queries.invalidateQueries({ queryKey: ask.mass.show.key() })
      break
    case 'till.changed':
      void queries.invalidateQueries({ queryKey: ask.till.key() })
      break
    case 'staff.changed':
      void queries.invalidateQueries({ queryKey: ask.staff.key() })
      void queries.invalidateQueries({ queryKey: ask.clients.managers.key() })
      void queries.invalidateQueries({ queryKey: ask.session.account.key() })
      break
    case 'lists.changed':
      void queries.invalidateQueries({ queryKey: ask.lists.key() })
      break
    case 'office.changed':
      void queries.invalidateQueries()
      break
    case 'targets.changed':
      void queries.invalidateQueries({ queryKey: ask.targets.key() })
      break
    case 'callLists.changed':
      void queries.invalidateQueries({ queryKey: ask.callLists.key() })
      break
    case 'callCosts.changed':
      void queries.invalidateQueries({ queryKey: ask.callCosts.key() })
      void queries.invalidateQueries({ queryKey: ask.callResults.key() })
      break
    case 'callLimits.told':
      void queries.invalidateQueries({ queryKey: ask.callCosts.notices.key() })
      break
    case 'callRates.changed':
      void queries.invalidateQueries({ queryKey: ask.callRates.key() })
      break
    case 'ratings.changed':
      void queries.invalidateQueries({ queryKey: ask.ratings.key() })
      break
    case 'stock.changed':
      void queries.invalidateQueries({ queryKey: ask.stock.key() })
      void queries.invalidateQueries({ queryKey: ask.documents.key() })
      void queries.invalidateQueries({ queryKey: ask.journal.key() })
      break
    case 'stockTakes.changed':
      void queries.invalidateQueries({ queryKey: ask.stockTakes.key() })
      break
    case 'warehouses.changed':
      void queries.invalidateQueries({ queryKey: ask.warehouses.key() })
      break
    case 'callQuality.changed':
      void queries.invalidateQueries({ queryKey: ask.callQuality.key() })
      break
    case 'voiceMessages.changed':
      void queries.invalidateQueries({ queryKey: ask.voiceMessages.key() })
      break
    case 'views.changed':
      void queries.invalidateQueries({ queryKey: ask.views.key() })
      break
    case 'call.changed':
      useCallChanges.setState(({ version }) => ({ version: version + 1 }))
      void queries.invalidateQueries({ queryKey: ask.calls.key() })
      void queries.invalidateQueries({ queryKey: ask.callHistory.key() })
      void queries.invalidateQueries({ queryKey: ask.timeline.key() })
      // A number that is dialled is known a moment after the call.
      void queries.invalidateQueries({ queryKey: ask.callPopup.key() })
      break
    case 'missed.waiting':
      useMissedReminder.setState({ reminder: { callers: event.callers } })
      break
    case 'calls.placed':
      void queries.invalidateQueries({ queryKey: ask.callHistory.key() })
      break
    case 'call.live':
      hearCalls([event.call])
      break
    case 'telephone.changed':
      void queries.invalidateQueries({ queryKey: ask.telephone.key() })
      void queries.invalidateQueries({ queryKey: ask.dialling.key() })
      break
    case 'item.changed':
      void queries.invalidateQueries({ queryKey: ask.items.key() })
      break
    case 'device.changed':
      void queries.invalidateQueries({ queryKey: ask.devices.key() })
      break
    case 'terminals.changed':
      void queries.invalidateQueries({ queryKey: ask.terminals.key() })
      break
    case 'code.scanned':
      hearScan(event.code)
      break
    case 'status.changed':
      void queries.invalidateQueries({ queryKey: ask.session.status.key() })
      void queries.invalidateQueries({ queryKey: ask.backups.key() })
      break
    case 'import.progress': {
      const begins = useImportProgress.getState().progress === null
      const running = event.state === 'running'
      useImportProgress.setState({ progress: running ? event : null })
      // Its rows are told five times a second; the list of imports changes where one begins or ends.
      if (begins || !running) void queries.invalidateQueries({ queryKey: ask.imports.past.key() })
      break
    }
  }
}

/** Resolves once somebody has signed in again, or when the signal ends the waiting. */
function signedInAgain(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stop()
      resolve()
    }
    const stop = useConnection.subscribe(({ state }) => state !== 'signed-out' && done())
    signal.addEventListener('abort', done, { once: true })
  })
}

/** Follows what the office tells until the signal ends it; after a gap everything shown is read anew. */
export async function followOffice(signal: AbortSignal): Promise<void> {
  let first = true
  while (!signal.aborted) {
    try {
      const events = await office.session.events(undefined, { signal })
      if (!first) {
        useClientChanges.setState(({ version }) => ({ version: version + 1, ids: undefined }))
        useCallChanges.setState(({ version }) => ({ version: version + 1 }))
        void queries.invalidateQueries()
      }
      first = false
      for await (const event of events) heed(event)
    } catch {
      if (signal.aborted) return
    }
    if (useConnection.getState().state === 'signed-out') await signedInAgain(signal)
    else await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
