import { useQuery } from '@tanstack/react-query'
import { ListTodo, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallList } from '../../../../app/contract/callLists.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { SideList } from '../../../kit/SideList.tsx'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { keys } from '../../../shell/keys.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { ListDialog } from './ListDialog.tsx'
import { ListView } from './ListView.tsx'
import './lists.css'

/** Lists of people who are called one after another: how far each has come, and who is on it. */
export function CallListsWindow() {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const { number } = useNotation()
  const mayEdit = useMay()('calls.lists')
  const lists = useQuery(ask.callLists.list.queryOptions())
  const [wanted, setWanted] = useState<number>()
  const [making, setMaking] = useState(false)
  useEffect(
    () => (mayEdit ? registerCommand('new', () => setMaking(true)) : undefined),
    [registerCommand, mayEdit],
  )
  if (lists.isError)
    return <ErrorState title={sentenceOf(lists.error)} onRetry={() => void lists.refetch()} />
  if (!lists.data) return null
  const far = ({ done, total }: CallList) =>
    t('callLists.progressOf', { done: number(done), total: number(total) })
  const chosen = lists.data.find(({ id }) => id === wanted) ?? lists.data[0]
  const make = mayEdit && (
    <Button icon={Plus} keys={keys.new} onClick={() => setMaking(true)}>
      {t('callLists.new')}
    </Button>
  )
  return (
    <>
      {chosen === undefined ? (
        <EmptyState icon={ListTodo} title={t('callLists.empty')} text={t('callLists.emptyText')}>
          {make}
        </EmptyState>
      ) : (
        <div className="kit-side">
          <SideList
            label={t('callLists.nav')}
            choiceLabel={t('callLists.title')}
            entries={lists.data.map((list) => ({
              id: list.id,
              name: list.name,
              short: far(list),
              details: [far(list), t(`callLists.states.${list.state}`)],
            }))}
            chosen={chosen.id}
            onChoose={setWanted}
          >
            {make}
          </SideList>
          <ListView key={chosen.id} list={chosen} version={lists.dataUpdatedAt} />
        </div>
      )}
      {making && <ListDialog list={undefined} onSaved={setWanted} onClosed={() => setMaking(false)} />}
    </>
  )
}
