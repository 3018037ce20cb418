import { useQuery } from '@tanstack/react-query'
import { Plus, Warehouse as Icon } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockRules } from '../../../app/contract/stock.ts'
import type { Warehouse } from '../../../app/contract/warehouses.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { keys } from '../../shell/keys.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { WarehouseDialog } from './WarehouseDialog.tsx'

const failed = (error: unknown) => void toast({ tone: 'bad', text: sentenceOf(error) })

/** Where goods lie, and by which rules they are valued. */
export function WarehousesTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const mayEdit = useMay()('warehouses.edit')
  const [edited, setEdited] = useState<Warehouse | 'new'>()
  const { data } = useQuery(ask.warehouses.list.queryOptions())
  const all = data?.warehouses ?? []
  const makeNew = useEffectEvent(() => setEdited('new'))
  useEffect(
    () => (shown && mayEdit ? registerCommand('new', () => makeNew()) : undefined),
    [shown, mayEdit, registerCommand],
  )
  const add = (
    <Button icon={Plus} keys={keys.new} onClick={() => setEdited('new')}>
      {t('stock.warehouse.new')}
    </Button>
  )
  return (
    <div className="stock-places">
      {data && all.length === 0 ? (
        <EmptyState icon={Icon} title={t('stock.empty.warehouses')} text={t('stock.empty.warehousesText')}>
          {mayEdit && add}
        </EmptyState>
      ) : (
        <>
          {mayEdit && <div>{add}</div>}
          <ul className="stock-list" aria-label={t('stock.tabs.warehouses')}>
            {all.map((one) => (
              <li key={one.id} data-retired={one.retired || undefined}>
                <span>
                  <bdi>{one.name}</bdi>
                  {one.branch && <bdi className="kit-hint"> · {one.branch.name}</bdi>}
                  {one.retired && <span className="kit-hint"> · {t('stock.warehouse.retired')}</span>}
                </span>
                {mayEdit && (
                  <>
                    <Button size="small" onClick={() => setEdited(one)}>
                      {t('stock.warehouse.edit')}
                    </Button>
                    <Button
                      size="small"
                      onClick={() =>
                        void office.warehouses.retire({ id: one.id, retired: !one.retired }).catch(failed)
                      }
                    >
                      {t(one.retired ? 'stock.warehouse.bringBack' : 'stock.warehouse.retire')}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Rules mayEdit={mayEdit} />
      {edited && (
        <WarehouseDialog
          warehouse={edited === 'new' ? undefined : edited}
          branches={data?.branches ?? []}
          onClosed={() => setEdited(undefined)}
        />
      )}
    </div>
  )
}

/** How goods are valued, and whether more may leave than is there. */
function Rules({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation()
  const { data, refetch } = useQuery(ask.stock.rules.queryOptions())
  if (!data) return null
  const save = (rules: StockRules) => {
    office.stock
      .saveRules(rules)
      .then(() => toast({ tone: 'good', text: t('stock.rules.saved') }))
      .catch(failed)
      .finally(() => void refetch())
  }
  return (
    <section className="stock-rules" aria-label={t('stock.rules.title')}>
      <h3>{t('stock.rules.title')}</h3>
      <SelectField
        label={t('stock.rules.method')}
        hint={t('stock.rules.methodHint')}
        value={data.method}
        disabled={!mayEdit}
        onChange={(event) =>
          save({ ...data, method: event.currentTarget.value === 'fifo' ? 'fifo' : 'average' })
        }
        options={(['average', 'fifo'] as const).map((id) => ({ id, label: t(`stock.methods.${id}`) }))}
      />
      <CheckField
        label={t('stock.rules.negative')}
        checked={data.negative}
        disabled={!mayEdit}
        onChange={(event) => save({ ...data, negative: event.currentTarget.checked })}
      />
    </section>
  )
}
