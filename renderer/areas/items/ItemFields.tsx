import { Controller, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { itemKinds } from '../../../app/items.ts'
import { FieldGrid, FormSection } from '../../kit/form/FieldGrid.tsx'
import { MoneyField } from '../../kit/form/MoneyField.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextArea } from '../../kit/form/TextArea.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useAccount } from '../../shell/account.ts'
import { NameFields } from '../clients/card/NameFields.tsx'
import { useCurrencies } from '../clients/card/TermFields.tsx'
import { indented } from './groupTree.ts'
import { CharacteristicLines, PartLines } from './ItemLines.tsx'
import type { ItemValues } from './itemValues.ts'
import { BarcodeLines, PriceLines, UnitLines } from './TradeLines.tsx'
import { useGroups } from './useGroups.ts'

interface Props {
  readonly form: UseFormReturn<ItemValues>
  /** Whether the person sees what it costs. */
  readonly cost: boolean
}

/** Every field of an item. */
export function ItemFields({ form, cost }: Props) {
  const { t } = useTranslation()
  const { office } = useAccount()
  const currencies = useCurrencies()
  const lines = useGroups()
  const kind = form.watch('kind')
  return (
    <>
      <FieldGrid>
        <NameFields />
        <SelectField
          label={t('items.fields.kind')}
          options={itemKinds.map((id) => ({ id, label: t(`items.kinds.${id}`) }))}
          {...form.register('kind')}
        />
        <SelectField
          label={t('items.fields.group')}
          none={t('items.groups.none')}
          options={lines.map((line) => ({ id: String(line.group.id), label: indented(line) }))}
          // Its choices come later than the form.
          key={lines.length}
          {...form.register('groupId')}
        />
        <TextField label={t('items.fields.code')} maxLength={100} dir="ltr" {...form.register('code')} />
        <Controller
          control={form.control}
          name="plu"
          render={({ field }) => (
            <NumberField {...field} label={t('items.fields.plu')} min={1} max={999_999} />
          )}
        />
      </FieldGrid>
      <FormSection title={t('items.sections.trade')}>
        <FieldGrid>
          <UnitLines form={form} />
          <BarcodeLines form={form} />
          <PriceLines form={form} />
          {cost && (
            <Controller
              control={form.control}
              name="cost"
              render={({ field }) => (
                <MoneyField
                  {...field}
                  label={t('items.fields.cost')}
                  currency={office.currency}
                  currencies={currencies}
                  currencyLabel={t('fields.currency')}
                  min={0}
                />
              )}
            />
          )}
          <Controller
            control={form.control}
            name="tax"
            render={({ field }) => (
              <NumberField
                {...field}
                label={t('items.fields.tax')}
                decimals={2}
                min={0}
                max={100}
                after="%"
              />
            )}
          />
          {kind === 'goods' && (
            <Controller
              control={form.control}
              name="least"
              render={({ field }) => (
                <NumberField {...field} label={t('items.fields.least')} decimals={3} min={0} />
              )}
            />
          )}
        </FieldGrid>
      </FormSection>
      <FormSection title={t('items.sections.more')}>
        <FieldGrid>
          {kind === 'set' && <PartLines form={form} />}
          <CharacteristicLines form={form} />
          <TextArea wide label={t('items.fields.notes')} rows={3} {...form.register('notes')} />
        </FieldGrid>
      </FormSection>
    </>
  )
}
