import type backups from '../../../assets/languages/en/backups.json'
import type callFields from '../../../assets/languages/en/callFields.json'
import type callHistory from '../../../assets/languages/en/callHistory.json'
import type callLists from '../../../assets/languages/en/callLists.json'
import type callOutcomes from '../../../assets/languages/en/callOutcomes.json'
import type callPopup from '../../../assets/languages/en/callPopup.json'
import type charts from '../../../assets/languages/en/charts.json'
import type clientFields from '../../../assets/languages/en/clientFields.json'
import type clients from '../../../assets/languages/en/clients.json'
import type devices from '../../../assets/languages/en/devices.json'
import type dialling from '../../../assets/languages/en/dialling.json'
import type door from '../../../assets/languages/en/door.json'
import type duplicates from '../../../assets/languages/en/duplicates.json'
import type errors from '../../../assets/languages/en/errors.json'
import type fields from '../../../assets/languages/en/fields.json'
import type files from '../../../assets/languages/en/files.json'
import type grid from '../../../assets/languages/en/grid.json'
import type help from '../../../assets/languages/en/help.json'
import type imports from '../../../assets/languages/en/imports.json'
import type items from '../../../assets/languages/en/items.json'
import type kit from '../../../assets/languages/en/kit.json'
import type lists from '../../../assets/languages/en/lists.json'
import type log from '../../../assets/languages/en/log.json'
import type people from '../../../assets/languages/en/people.json'
import type mass from '../../../assets/languages/en/mass.json'
import type rates from '../../../assets/languages/en/rates.json'
import type scanner from '../../../assets/languages/en/scanner.json'
import type costs from '../../../assets/languages/en/costs.json'
import type quality from '../../../assets/languages/en/quality.json'
import type ratings from '../../../assets/languages/en/ratings.json'
import type results from '../../../assets/languages/en/results.json'
import type settings from '../../../assets/languages/en/settings.json'
import type shell from '../../../assets/languages/en/shell.json'
import type staff from '../../../assets/languages/en/staff.json'
import type stock from '../../../assets/languages/en/stock.json'
import type targets from '../../../assets/languages/en/targets.json'
import type telephone from '../../../assets/languages/en/telephone.json'
import type terminals from '../../../assets/languages/en/terminals.json'
import type themes from '../../../assets/languages/en/themes.json'
import type till from '../../../assets/languages/en/till.json'
import type timeline from '../../../assets/languages/en/timeline.json'
import type torn from '../../../assets/languages/en/torn.json'
import type updates from '../../../assets/languages/en/updates.json'
import type views from '../../../assets/languages/en/views.json'
import type voice from '../../../assets/languages/en/voice.json'
import type windows from '../../../assets/languages/en/windows.json'

/** Every key is known to the compiler: a word that is missing in English does not build. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: {
      translation: {
        backups: typeof backups
        callFields: typeof callFields
        callHistory: typeof callHistory
        callLists: typeof callLists
        callOutcomes: typeof callOutcomes
        callPopup: typeof callPopup
        charts: typeof charts
        clientFields: typeof clientFields
        clients: typeof clients
        devices: typeof devices
        dialling: typeof dialling
        door: typeof door
        duplicates: typeof duplicates
        errors: typeof errors
        fields: typeof fields
        files: typeof files
        grid: typeof grid
        help: typeof help
        imports: typeof imports
        items: typeof items
        kit: typeof kit
        lists: typeof lists
        log: typeof log
        people: typeof people
        mass: typeof mass
        rates: typeof rates
        scanner: typeof scanner
        costs: typeof costs
        quality: typeof quality
        ratings: typeof ratings
        results: typeof results
        settings: typeof settings
        shell: typeof shell
        staff: typeof staff
        stock: typeof stock
        targets: typeof targets
        telephone: typeof telephone
        terminals: typeof terminals
        themes: typeof themes
        till: typeof till
        timeline: typeof timeline
        torn: typeof torn
        updates: typeof updates
        views: typeof views
        voice: typeof voice
        windows: typeof windows
      }
    }
  }
}
