import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { areas } from '../areas.ts'
import { keys, writtenKeys } from '../../shell/keys.ts'
import { usualDeskKeys, type DeskCommand } from '../../shell/windows/index.ts'

const shellRows = [
  'everything', 'help', 'new', 'find', 'save', 'refresh', 'print', 'view', 'dial', 'toCall', 'close',
] as const // prettier-ignore

/** The keys of the program as the code has them, so that this page cannot say others. */
export function KeysTable() {
  const { t } = useTranslation()
  const alternatives = (row: (typeof shellRows)[number]) =>
    row === 'find' ? [keys.find, keys.findAlso] : [keys[row]]
  return (
    <table className="help-keys">
      <thead>
        <tr>
          <th scope="col">{t('help.keys.key')}</th>
          <th scope="col">{t('help.keys.does')}</th>
        </tr>
      </thead>
      <tbody>
        <Group title={t('help.keys.everywhere')} />
        {shellRows.map((row) => (
          <Row key={row} combinations={alternatives(row)} does={t(`help.keys.shell.${row}`)} />
        ))}
        <tr>
          <td>
            <Key combination="Alt+1" /> … <Key combination={`Alt+${areas.length}`} />
          </td>
          <td>{t('help.keys.shell.areas')}</td>
        </tr>
        <Group title={t('help.keys.windows')} />
        {(Object.keys(usualDeskKeys) as DeskCommand[]).map((command) => (
          <Row key={command} combinations={usualDeskKeys[command]} does={t(`help.keys.desk.${command}`)} />
        ))}
      </tbody>
    </table>
  )
}

const Group = ({ title }: { title: string }) => (
  <tr>
    <th scope="colgroup" colSpan={2}>
      {title}
    </th>
  </tr>
)

function Row({ combinations, does }: { combinations: readonly string[]; does: string }) {
  const { t } = useTranslation()
  return (
    <tr>
      <td>
        {combinations.map((combination, place) => (
          <Fragment key={combination}>
            {place > 0 && ` ${t('help.keys.or')} `}
            <Key combination={combination} />
          </Fragment>
        ))}
      </td>
      <td>{does}</td>
    </tr>
  )
}

function Key({ combination }: { combination: string }) {
  const { t } = useTranslation()
  return (
    <kbd className="kit-keys help-key">{writtenKeys(combination.replace(/ $/, t('help.keys.spaceBar')))}</kbd>
  )
}
