import { Controller, useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { codeEnds } from '../../../app/devices.ts'
import { codePageNames } from '../../../app/receipts/codePages.ts'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import type { DeviceValues } from './deviceValues.ts'
import { TerminalFields } from './TerminalFields.tsx'

interface Props {
  readonly form: UseFormReturn<DeviceValues>
}

/** What is said only of devices of the chosen kind. */
export function KindFields({ form }: Props) {
  const kind = useWatch({ control: form.control, name: 'kind' })
  if (kind === 'scanner') return <ScannerFields form={form} />
  if (kind === 'terminal') return <TerminalFields form={form} />
  return kind === 'printer' ? <PrinterFields form={form} /> : <DisplayFields form={form} />
}

function ScannerFields({ form }: Props) {
  const { t } = useTranslation()
  return (
    <FieldGrid>
      <SelectField
        wide
        label={t('devices.ends.label')}
        options={codeEnds.map((id) => ({ id, label: t(`devices.ends.${id}`) }))}
        {...form.register('scanner.ends')}
      />
    </FieldGrid>
  )
}

function PrinterFields({ form }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <FieldGrid>
        <SelectField
          label={t('devices.printer.paper')}
          options={['80', '58'].map((id) => ({ id, label: t('devices.printer.millimetres', { width: id }) }))}
          {...form.register('printer.paper')}
        />
        <SelectField
          label={t('devices.printer.drawer')}
          none={t('devices.printer.noDrawer')}
          options={['2', '5'].map((id) => ({ id, label: t('devices.printer.pin', { pin: id }) }))}
          {...form.register('printer.drawer')}
        />
        <CheckField label={t('devices.printer.cuts')} {...form.register('printer.cuts')} />
        <CheckField
          label={t('devices.printer.answers')}
          hint={t('devices.printer.answersHint')}
          {...form.register('printer.answers')}
        />
      </FieldGrid>
      <PagesField form={form} name="printer.pages" />
    </>
  )
}

function DisplayFields({ form }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <FieldGrid>
        <Controller
          control={form.control}
          name="display.columns"
          render={({ field: { onChange, ...field } }) => (
            <NumberField
              {...field}
              min={8}
              max={40}
              label={t('devices.display.columns')}
              onChange={(columns) => onChange(columns ?? Number.NaN)}
            />
          )}
        />
      </FieldGrid>
      <PagesField form={form} name="display.pages" />
    </>
  )
}

/** The code pages that a device has. */
function PagesField({ form, name }: Props & { readonly name: 'printer.pages' | 'display.pages' }) {
  const { t } = useTranslation()
  return (
    <fieldset className="devices-pages">
      <legend>{t('devices.pages.label')}</legend>
      <p className="kit-hint">
        {t(name === 'printer.pages' ? 'devices.pages.hint' : 'devices.pages.displayHint')}
      </p>
      <div>
        {codePageNames.map((page) => (
          <CheckField key={page} value={page} label={t(`devices.pages.${page}`)} {...form.register(name)} />
        ))}
      </div>
    </fieldset>
  )
}
