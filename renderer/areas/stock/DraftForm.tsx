import { useQuery } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pricedKinds, type DocumentProblem } from '../../../app/contract/documents.ts'
import { Button } from '../../kit/Button.tsx'
import { DateField } from '../../kit/form/DateField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { Picker, type Option } from '../../kit/Picker.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { keys } from '../../shell/keys.ts'
import { ask, office } from '../../shell/office/office.ts'
import { takeScans } from '../../shell/scanning/taking.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { clientOptions } from '../clients/people/searching.ts'
import { LineTable } from './LineTable.tsx'
import { Problems } from './Problems.tsx'
import { useDraft, type Begun } from './useDraft.ts'
import { WarehouseSelect } from './WarehouseSelect.tsx'

/** Writes a document of the stock: lines by scanner, by search or by hand; `Ctrl+S` posts it. */
export function DraftForm({ begun }: { begun: Begun }) {
  const { t } = useTranslation()
  const win = useWindow()
  const { content, names, change, changeLine, removeLine, addItem, end, draftId } = useDraft(begun)
  const [problems, setProblems] = useState<readonly DocumentProblem[]>([])
  const [posting, setPosting] = useState(false)
  const [supplier, setSupplier] = useState<Option | null>(
    begun.supplier && { id: String(begun.supplier.id), label: begun.supplier.name },
  )
  const { kind } = content
  const priced = pricedKinds.includes(kind)
  const title = t(`stock.kinds.${kind}`)
  const { setTitle, registerCommand, id: windowId } = win
  useEffect(() => setTitle(title), [setTitle, title])

  // Where there is one warehouse, it is that one.
  const { data } = useQuery(ask.warehouses.list.queryOptions())
  const inUse = data?.warehouses.filter(({ retired }) => !retired) ?? []
  const warehouseId = content.warehouseId ?? (inUse.length === 1 ? inUse[0]!.id : null)

  const post = async () => {
    if (posting) return
    setPosting(true)
    setProblems([])
    try {
      const id = await draftId()
      const result = await office.documents.post({
        content: { ...content, warehouseId },
        ...(id === undefined ? {} : { draftId: id }),
      })
      if ('problems' in result) setProblems(result.problems)
      else {
        await end()
        toast({ tone: 'good', text: t('stock.posted', { kind: title, number: result.id }) })
        win.open(`/stock/documents/${result.id}`)
        await win.close()
      }
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    } finally {
      setPosting(false)
    }
  }
  const scanned = async (code: string) => {
    const found = await office.items.byCode({ code })
    if (!found) {
      toast({ tone: 'bad', text: t('scanner.unknown', { code }) })
      return
    }
    addItem(found.item, Math.round((found.quantity * found.factor) / 1000), true)
  }
  const onScan = useEffectEvent((code: string) => {
    scanned(code).catch((error: unknown) => void toast({ tone: 'bad', text: sentenceOf(error) }))
  })
  const onSave = useEffectEvent(() => void post())
  useEffect(() => {
    const ends = [registerCommand('save', () => onSave()), takeScans(windowId, (code) => onScan(code))]
    return () => ends.forEach((stop) => stop())
  }, [registerCommand, windowId])

  return (
    <div className="stock-draft">
      <div className="stock-head">
        <DateField
          label={t('stock.columns.day')}
          value={content.day}
          onChange={(event) => {
            const day = event.currentTarget.value
            if (day !== '') change({ day })
          }}
        />
        <WarehouseSelect
          label={t(kind === 'transfer' ? 'stock.from' : 'stock.columns.warehouse')}
          none={t('stock.choose')}
          value={warehouseId}
          onChange={(id) => change({ warehouseId: id })}
        />
        {kind === 'transfer' && (
          <WarehouseSelect
            label={t('stock.into')}
            none={t('stock.choose')}
            value={content.intoId}
            onChange={(id) => change({ intoId: id })}
          />
        )}
        {priced && (
          <Picker
            label={t('stock.supplier')}
            value={supplier}
            onChange={(option) => {
              setSupplier(option)
              change({ supplierId: option ? Number(option.id) : null })
            }}
            search={clientOptions()}
          />
        )}
        <TextField
          label={t('stock.columns.note')}
          value={content.note}
          maxLength={500}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </div>
      <LineTable
        content={content}
        names={names}
        onLine={changeLine}
        onRemove={removeLine}
        onItem={(item) => addItem(item, 1000, false)}
      />
      <Problems problems={problems} />
      <footer className="stock-foot">
        <span className="kit-hint">{t('stock.draft.kept')}</span>
        <Button kind="primary" icon={CheckCheck} busy={posting} keys={keys.save} onClick={() => void post()}>
          {t('stock.post')}
        </Button>
      </footer>
    </div>
  )
}
