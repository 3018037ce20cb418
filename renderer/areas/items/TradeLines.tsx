import { Controller, useFieldArray, useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { knownUnits } from '../../../app/items.ts'
import { dayOf } from '../../../app/rates.ts'
import { DateField } from '../../kit/form/DateField.tsx'
import { InsideSelect } from '../../kit/form/InsideSelect.tsx'
import { MoneyField } from '../../kit/form/MoneyField.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useAccount } from '../../shell/account.ts'
import { CardList } from '../clients/card/CardList.tsx'
import { useCurrencies } from '../clients/card/TermFields.tsx'
import { useEntries } from '../clients/lists.ts'
import type { ItemValues } from './itemValues.ts'
import { unitName } from './unitName.ts'

interface Props {
  readonly form: UseFormReturn<ItemValues>
}

/** The units of the item as choices. */
function useUnitChoices({ form }: Props) {
  const { t } = useTranslation()
  const units = useWatch({ control: form.control, name: 'units' })
  return units.map(({ unit }) => ({ id: unit, label: unitName(t, unit) }))
}

/** What it is counted in: the first is what stock counts by, the others say how many of it they are. */
export function UnitLines({ form }: Props) {
  const { t } = useTranslation()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'units' })
  const units = useWatch({ control: form.control, name: 'units' })
  const first = unitName(t, units[0]?.unit ?? '')
  const choices = (own: string) =>
    [...new Set([...knownUnits, own])].map((id) => ({ id, label: unitName(t, id) }))
  return (
    <CardList
      place="half"
      label={t('items.fields.units')}
      rows={fields}
      atLeast={1}
      addLabel={t('items.add.unit')}
      onAdd={() =>
        append(
          { unit: knownUnits.find((unit) => !units.some((one) => one.unit === unit))!, factor: 1 },
          { shouldFocus: false },
        )
      }
      onRemove={remove}
      renderRow={(index) => (
        <>
          <SelectField
            bare
            label={t('items.fields.unit')}
            options={choices(fields[index]?.unit ?? '')}
            {...form.register(`units.${index}.unit`, {
              validate: (unit, { units: all }) =>
                all.filter((one) => one.unit === unit).length === 1 || t('items.problems.unitTwice'),
            })}
          />
          {index > 0 && (
            <Controller
              control={form.control}
              name={`units.${index}.factor`}
              rules={{ validate: (factor) => (factor ?? 0) > 0 || t('clients.problems.required') }}
              render={({ field }) => (
                <NumberField
                  {...field}
                  bare
                  label={t('items.fields.factor', { unit: first })}
                  decimals={3}
                  min={0.001}
                  after={`× ${first}`}
                />
              )}
            />
          )}
        </>
      )}
    />
  )
}

/** Codes that stand on it, each on one of its units. */
export function BarcodeLines({ form }: Props) {
  const { t } = useTranslation()
  const units = useUnitChoices({ form })
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'barcodes' })
  return (
    <CardList
      place="half"
      label={t('items.fields.barcodes')}
      rows={fields}
      addLabel={t('items.add.barcode')}
      onAdd={() => append({ code: '', unit: units[0]?.id ?? '' }, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <TextField
          bare
          dir="ltr"
          label={t('items.fields.barcode')}
          maxLength={100}
          {...form.register(`barcodes.${index}.code`)}
          after={
            <InsideSelect
              label={t('items.fields.unit')}
              options={units}
              defaultValue={fields[index]?.unit}
              {...form.register(`barcodes.${index}.unit`)}
            />
          }
        />
      )}
    />
  )
}

/** Prices by list and unit, each from a day on: the old ones stay for those days. */
export function PriceLines({ form }: Props) {
  const { t } = useTranslation()
  const { office } = useAccount()
  const currencies = useCurrencies()
  const units = useUnitChoices({ form })
  const lists = useEntries('price')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'prices' })
  const offered = lists.filter(
    ({ id, retired }) => !retired || fields.some(({ listId }) => listId === String(id)),
  )
  return (
    <CardList
      place="single"
      label={t('items.fields.prices')}
      rows={fields}
      addLabel={t('items.add.price')}
      onAdd={() =>
        append(
          {
            listId: String(lists[0]?.id ?? ''),
            unit: units[0]?.id ?? '',
            since: dayOf(Date.now()),
            price: null,
          },
          { shouldFocus: false },
        )
      }
      onRemove={remove}
      renderRow={(index) => (
        <>
          <SelectField
            bare
            label={t('items.fields.priceList')}
            key={offered.length}
            options={offered.map(({ id, name }) => ({ id: String(id), label: name }))}
            {...form.register(`prices.${index}.listId`)}
          />
          <SelectField
            bare
            label={t('items.fields.unit')}
            options={units}
            {...form.register(`prices.${index}.unit`)}
          />
          <DateField
            bare
            required
            label={t('items.fields.since')}
            {...form.register(`prices.${index}.since`, {
              validate: (since) => since !== '' || t('clients.problems.required'),
            })}
          />
          <Controller
            control={form.control}
            name={`prices.${index}.price`}
            render={({ field }) => (
              <MoneyField
                {...field}
                bare
                label={t('items.fields.price')}
                currency={office.currency}
                currencies={currencies}
                currencyLabel={t('fields.currency')}
                min={0}
              />
            )}
          />
        </>
      )}
    />
  )
}
