import type { Migration } from 'kysely/migration'
import * as office from './0010-office.ts'
import * as clients from './0020-clients.ts'
import * as duplicates from './0030-duplicates.ts'
import * as exportRight from './0040-export-right.ts'
import * as card from './0050-card.ts'
import * as files from './0060-files.ts'
import * as people from './0061-people.ts'
import * as targets from './0070-targets.ts'
import * as views from './0080-views.ts'
import * as imports from './0090-imports.ts'
import * as remarks from './0120-remarks.ts'
import * as massChanges from './0121-mass-changes.ts'
import * as calls from './0130-calls.ts'
import * as callHistory from './0140-call-history.ts'
import * as callRates from './0150-call-rates.ts'
import * as callCosts from './0151-call-costs.ts'
import * as dialling from './0160-dialling.ts'
import * as callLists from './0165-call-lists.ts'
import * as voiceMessages from './0166-voice-messages.ts'
import * as ratings from './0167-ratings.ts'
import * as journal from './0170-journal.ts'
import * as listMergeStates from './0190-list-merge-states.ts'
import * as filesInBin from './0191-files-in-bin.ts'
import * as recordings from './0210-recordings.ts'
import * as quality from './0213-quality.ts'
import * as logByTime from './0223-log-by-time.ts'
import * as items from './0230-items.ts'
import * as stock from './0240-stock.ts'
import * as devices from './0260-devices.ts'
import * as printJobs from './0261-print-jobs.ts'
import * as terminals from './0262-terminals.ts'
import * as callReports from './0270-call-reports.ts'
import * as silentCalls from './0280-silent-calls.ts'
import * as till from './0290-till.ts'

/** All changes of the base's shape, in order. A name, once released, never changes. */
export const migrations: Record<string, Migration> = {
  '0010-office': office,
  '0020-clients': clients,
  '0030-duplicates': duplicates,
  '0040-export-right': exportRight,
  '0050-card': card,
  '0060-files': files,
  '0061-people': people,
  '0070-targets': targets,
  '0080-views': views,
  '0090-imports': imports,
  '0120-remarks': remarks,
  '0121-mass-changes': massChanges,
  '0130-calls': calls,
  '0140-call-history': callHistory,
  '0150-call-rates': callRates,
  '0151-call-costs': callCosts,
  '0160-dialling': dialling,
  '0165-call-lists': callLists,
  '0166-voice-messages': voiceMessages,
  '0167-ratings': ratings,
  '0170-journal': journal,
  '0190-list-merge-states': listMergeStates,
  '0191-files-in-bin': filesInBin,
  '0210-recordings': recordings,
  '0213-quality': quality,
  '0223-log-by-time': logByTime,
  '0230-items': items,
  '0240-stock': stock,
  '0260-devices': devices,
  '0261-print-jobs': printJobs,
  '0262-terminals': terminals,
  '0270-call-reports': callReports,
  '0280-silent-calls': silentCalls,
  '0290-till': till,
}
