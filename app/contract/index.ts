import { backups } from './backups.ts'
import { callHistory } from './callHistory.ts'
import { callPopup } from './callPopup.ts'
import { calls } from './calls.ts'
import { callLists } from './callLists.ts'
import { callCosts } from './callCosts.ts'
import { callQuality } from './callQuality.ts'
import { callResults } from './callResults.ts'
import { callRates } from './callRates.ts'
import { cardsOfClients } from './clientCards.ts'
import { exporting } from './clientExport.ts'
import { clients } from './clients.ts'
import { devices } from './devices.ts'
import { dialling } from './dialling.ts'
import { door } from './door.ts'
import { duplicates } from './duplicates.ts'
import { files } from './files.ts'
import { imports } from './imports.ts'
import { items } from './items.ts'
import { lists } from './lists.ts'
import { log } from './log.ts'
import { mass } from './mass.ts'
import { office } from './office.ts'
import { people } from './people.ts'
import { session } from './session.ts'
import { staff } from './staff.ts'
import { targets } from './targets.ts'
import { telephone } from './telephone.ts'
import { views } from './views.ts'
import { voiceMessages } from './voiceMessages.ts'
import { ratings } from './ratings.ts'
import { recordings } from './recordings.ts'
import { terminals } from './terminals.ts'
import { till } from './till.ts'
import { timeline } from './timeline.ts'
import { documents } from './documents.ts'
import { journal } from './journal.ts'
import { stock } from './stock.ts'
import { stockTakes } from './stockTakes.ts'
import { warehouses } from './warehouses.ts'

/** Everything the office can be asked, by area. */
export const contract = {
  door,
  session,
  clients: { ...clients, ...cardsOfClients, ...exporting },
  duplicates,
  files,
  timeline,
  mass,
  imports,
  lists,
  people,
  staff,
  log,
  backups,
  office,
  targets,
  views,
  calls,
  callHistory,
  telephone,
  callLists,
  callRates,
  callResults,
  callCosts,
  dialling,
  callPopup,
  voiceMessages,
  ratings,
  callQuality,
  recordings,
  till,
  devices,
  terminals,
  items,
  documents,
  journal,
  stock,
  stockTakes,
  warehouses,
}
export type Contract = typeof contract
